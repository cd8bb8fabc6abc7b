/* The currencies of ISO 4217 and how many decimals each counts in: those in force (without XTS,
 * for tests, and XXX, for none), and those withdrawn since about 1990, which old deals are in.
 * Codes without a minor unit (gold, special drawing rights) count in whole units. */
#include <stdlib.h>
#include <string.h>

#include "model/amount.h"

/* By the first letter, each of which has some: the other two, and the decimals. */
static const char *const codes[26] = {
    ['A' - 'A'] = "DP0 ED2 FA2 FN2 LL2 MD2 NG2 OA2 ON2 OR2 RA2 RS2 TS2 UD2 WG2 YM2 ZM2 ZN2 ",
    ['B' - 'A'] = "AD2 AM2 BD2 DT2 EF0 GL2 GN2 HD3 IF0 MD2 ND2 OB2 OV2 RE2 RL2 RN2 RR2 SD2 TN2 "
                  "WP2 YB0 YN2 YR0 ZD2 ",
    ['C' - 'A'] = "AD2 DF2 HE2 HF2 HW2 LF4 LP0 NY2 OP2 OU2 RC2 SD2 SK2 UC2 UP2 VE2 YP2 ZK2 ",
    ['D' - 'A'] = "DM2 EM2 JF0 KK2 OP2 ZD2 ",
    ['E' - 'A'] = "CS2 CV2 EK2 GP2 RN2 SB2 SP0 TB2 UR2 ",
    ['F' - 'A'] = "IM2 JD2 KP2 RF2 ",
    ['G' - 'A'] = "BP2 EK2 EL2 HC2 HS2 IP2 MD2 NF0 RD0 TQ2 WP2 YD2 ",
    ['H' - 'A'] = "KD2 NL2 RD2 RK2 TG2 UF2 ",
    ['I' - 'A'] = "DR2 EP2 LS2 NR2 QD3 RR2 SK0 TL0 ",
    ['J' - 'A'] = "MD2 OD3 PY0 ",
    ['K' - 'A'] = "ES2 GS2 HR2 MF0 PW2 RW0 WD3 YD2 ZT2 ",
    ['L' - 'A'] = "AK2 BP2 KR2 RD2 SL2 TL2 TT2 UF0 VL2 VR2 YD3 ",
    ['M' - 'A'] = "AD2 DL2 GA2 GF0 KD2 MK2 NT2 OP2 RO2 RU2 TL2 UR2 VR2 WK2 XN2 XP2 XV2 YR2 ZM2 "
                  "ZN2 ",
    ['N' - 'A'] = "AD2 GN2 IO2 LG2 OK2 PR2 ZD2 ",
    ['O' - 'A'] = "MR3 ",
    ['P' - 'A'] = "AB2 EI2 EN2 GK2 HP2 KR2 LN2 LZ2 TE0 YG0 ",
    ['Q' - 'A'] = "AR2 ",
    ['R' - 'A'] = "OL2 ON2 SD2 UB2 UR2 WF0 ",
    ['S' - 'A'] = "AR2 BD2 CR2 DD2 DG2 EK2 GD2 HP2 IT2 KK2 LE2 LL2 OS2 RD2 RG2 SP2 TD2 TN2 UR2 "
                  "VC2 YP2 ZL2 ",
    ['T' - 'A'] = "HB2 JR2 JS2 MM2 MT2 ND3 OP2 PE0 RL0 RY2 TD2 WD2 ZS2 ",
    ['U' - 'A'] = "AH2 AK2 GX0 SD2 SN2 SS2 YI0 YP2 YU2 YW4 ZS2 ",
    ['V' - 'A'] = "EB2 ED2 EF2 ES2 ND0 UV0 ",
    ['W' - 'A'] = "ST2 ",
    ['X' - 'A'] = "AD0 AF0 AG0 AU0 BA0 BB0 BC0 BD0 CD2 CG2 DR0 EU2 OF0 PD0 PF0 PT0 SU0 UA0 ",
    ['Y' - 'A'] = "DD2 ER2 UD2 UM2 UN2 ",
    ['Z' - 'A'] = "AL2 AR2 MK2 MW2 RN2 RZ2 WD2 WG2 WL2 WN2 WR2 ",
};

int sl_currency_scale(const char *code)
{
    char upper[3];
    for (int i = 0; i < 3; i++) {
        char c = code[i];
        if (c >= 'a' && c <= 'z') c = (char)(c - 'a' + 'A');
        if (c < 'A' || c > 'Z') return -1;
        upper[i] = c;
    }
    const char *at = codes[upper[0] - 'A'];
    if (code[3] != '\0') return -1;
    for (; *at != '\0'; at += 4) {
        if (memcmp(at, upper + 1, 2) == 0) return at[2] - '0';
    }
    return -1;
}

/* Last years in which a withdrawn currency was legal tender, by code. */
static const struct ended {
    char code[4];
    int year;
} ended[] = {
    {"ATS", 2002}, {"AZM", 2006}, {"BEF", 2002}, {"BGN", 2026}, {"BYR", 2016}, {"CYP", 2008},
    {"DEM", 2002}, {"EEK", 2011}, {"ESP", 2002}, {"FIM", 2002}, {"FRF", 2002}, {"GHC", 2007},
    {"GRD", 2002}, {"HRK", 2023}, {"IEP", 2002}, {"ITL", 2002}, {"LTL", 2015}, {"LUF", 2002},
    {"LVL", 2014}, {"MTL", 2008}, {"NLG", 2002}, {"PTE", 2002}, {"ROL", 2006}, {"SIT", 2007},
    {"SKK", 2009}, {"TRL", 2005}, {"VEB", 2008}, {"VEF", 2018}, {"XEU", 1998}, {"ZMK", 2013},
};

static int compare_code(const void *code, const void *with)
{
    return strcmp(code, ((const struct ended *)with)->code);
}

int sl_currency_last_year(const char *code)
{
    const struct ended *found =
        bsearch(code, ended, sizeof ended / sizeof *ended, sizeof *ended, compare_code);
    return found == NULL ? 0 : found->year;
}
