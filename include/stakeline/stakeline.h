/* stakeline: who owns how much of whom, and the deals that change it, through time. */
#ifndef STAKELINE_STAKELINE_H
#define STAKELINE_STAKELINE_H

#include <stakeline/aliases.h>
#include <stakeline/book.h>
#include <stakeline/changes.h>
#include <stakeline/chart.h>
#include <stakeline/check.h>
#include <stakeline/claims.h>
#include <stakeline/date.h>
#include <stakeline/deals.h>
#include <stakeline/entity.h>
#include <stakeline/explain.h>
#include <stakeline/import.h>
#include <stakeline/map.h>
#include <stakeline/money.h>
#include <stakeline/network.h>
#include <stakeline/output.h>
#include <stakeline/query.h>
#include <stakeline/rates.h>
#include <stakeline/report.h>
#include <stakeline/row.h>
#include <stakeline/status.h>
#include <stakeline/text.h>

#endif
