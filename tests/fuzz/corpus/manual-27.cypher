RETURN 1 < 2 < 3 AS chained, 7 / 2 AS quotient, 2 ^ 3 AS power, 'Ada' STARTS WITH 'A' AS begins,
       'Ada' =~ '[A-Z]d.' AS matched, 2 IN [1, 2] AS member, null IS NULL AS missing, null AND false AS logic
