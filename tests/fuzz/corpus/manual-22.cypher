MERGE (p:Person {name: 'Ada'})
ON CREATE SET p.new = true
ON MATCH SET p.seen = true
RETURN p.new, p.seen
