WITH [1, 2, 3] AS list
RETURN all(x IN list WHERE x > 0) AS all, any(x IN list WHERE x > 2) AS any,
       none(x IN list WHERE x > 3) AS none, single(x IN list WHERE x = 2) AS single
