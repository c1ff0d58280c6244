MATCH (p:Person)
WHERE EXISTS { (p)-[:LIVES_IN]->(:Place {name: 'London'}) }
RETURN p.name, COUNT { (p)--() } AS degree,
       COLLECT { MATCH (p)-[:KNOWS]-(q) RETURN q.name ORDER BY q.name } AS friends
