MATCH (p:Person {name: 'Ada'})
RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x] AS squares,
       [(p)-[:KNOWS|PARENT_OF]-(q) WHERE q.born < 1790 | q.name] AS older,
       reduce(sum = 0, x IN [1, 2, 3] | sum + x) AS sum
