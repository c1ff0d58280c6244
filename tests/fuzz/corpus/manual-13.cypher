UNWIND [1, 2, 3] AS n RETURN n, n * n AS square
