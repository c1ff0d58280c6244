MATCH (place:Place)<-[:LIVES_IN]-(p:Person)
WITH place, count(p) AS people WHERE people > 1
MATCH (place)-[:LOCATED_IN]->(region)
RETURN place.name, people, region.name
