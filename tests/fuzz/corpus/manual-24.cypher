MATCH (p:Person {name: 'Byron'}) DETACH DELETE p;
MATCH (p:Person) RETURN count(p) AS people
