MATCH (p:Person {name: 'Ada'})
SET p.title = 'Countess', p += {born: null, died: 1852}, p:Mathematician
REMOVE p:Person
RETURN p
