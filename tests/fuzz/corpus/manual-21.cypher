CREATE (:Person {name: 'Grace'})-[:KNOWS {since: 1944}]->(h:Person {name: 'Howard'})
RETURN h
