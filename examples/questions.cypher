// The questions of the demo: attest query maine.attest < examples/questions.cypher

// Who holds which position?
MATCH (p:Person)-[h:HOLDS_POSITION]->(body)
RETURN p.name AS person, h.title AS title, body.name AS of, h.former AS former
ORDER BY person, title;

// What happened on 15 February 1898, where, by whose telling?
MATCH (e:Event {date: '1898-02-15'})
OPTIONAL MATCH (e)-[:LOCATED_IN]->(place:Place)
OPTIONAL MATCH (e)-[:MENTIONED_IN]->(d:Document)
RETURN e.type AS type, e.name AS event, collect(DISTINCT place.name) AS places, collect(DISTINCT d.name) AS documents
ORDER BY type, event;

// Who says that a mine sank her, and who denies it?
MATCH (c:Claim)-[:MADE_BY]->(speaker), (c)-[:STATED_IN]->(d:Document)
WHERE c.text CONTAINS 'mine'
RETURN speaker.name AS speaker, c.polarity AS polarity, c.text AS claim, d.name AS document
ORDER BY polarity, speaker;

// Read the sentences behind a fact.
MATCH (p:Person)-[b:BORN_IN]->(place:Place)
RETURN p.name AS person, place.name AS born_in, quote(b) AS sentences
ORDER BY person;
