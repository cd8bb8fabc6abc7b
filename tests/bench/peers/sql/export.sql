SELECT date, known, kind, status, i.name AS issuer, h.name AS holder, c.name AS counterparty, class,
    stake / 100.0 AS stake, stake_after / 100.0 AS stake_after, shares, outstanding, ratio, amount,
    currency, post_money, round, role, instrument, deal, source, url, note
FROM event JOIN entity i ON i.id = issuer LEFT JOIN entity h ON h.id = holder
    LEFT JOIN entity c ON c.id = counterparty
ORDER BY seq
