EXPLAIN MATCH (p:Person {name: 'Ada'})-[:KNOWS]->(q) RETURN q
