MATCH (p:Person) RETURN p.name ORDER BY p.born DESC, p.name SKIP 1 LIMIT 2
