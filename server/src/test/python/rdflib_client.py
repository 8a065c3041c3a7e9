"""Asks a server with rdflib, through its store and by SERVICE, and prints one JSON object.

Usage: rdflib_client.py SERVER TOKEN
"""

import json
import sys

from rdflib import RDFS, Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore

SERVER, TOKEN = sys.argv[1:]
JAPAN = URIRef("https://w3id.org/demarche/id/actor/japan")
ALT_LABEL = URIRef("http://www.w3.org/2004/02/skos/core#altLabel")
OP_ED = "https://w3id.org/demarche/graph/op-ed/sample-2026-talks"


def failure(graph, query):
    try:
        list(graph.query(query))
        return "none"
    except Exception as failed:  # rdflib passes on whatever its HTTP client throws
        return str(failed)


remote = Graph(SPARQLStore(SERVER + "/sparql"))
writable = SPARQLUpdateStore(
    SERVER + "/sparql", SERVER + "/update", headers={"Authorization": "Bearer " + TOKEN}
)
local = Graph()
local.add((JAPAN, RDFS.seeAlso, Literal("mine")))

labels = f"SELECT ?label {{ <{JAPAN}> <{RDFS.label}> ?label }} ORDER BY lang(?label)"
service = f"""
SELECT ?mine ?label {{
  ?who <{RDFS.seeAlso}> ?mine
  SERVICE <{SERVER}/sparql> {{ ?who <{RDFS.label}> ?label FILTER (lang(?label) = "ko") }}
}}"""

answers = {
    "select": [f"{row.label}@{row.label.language}" for row in remote.query(labels)],
    "triples": sorted(str(label) for label in remote.objects(JAPAN, RDFS.label)),
    "ask": remote.query(f"ASK {{ <{JAPAN}> ?p ?o }}").askAnswer,
    "construct": len(remote.query(f"CONSTRUCT WHERE {{ <{JAPAN}> <{RDFS.label}> ?o }}").graph),
    "describe": len(remote.query(f"DESCRIBE <{JAPAN}>").graph) > 0,
    "failure": failure(remote, "SELECT ?s { ?s ?p }"),
    "service": [f"{row.mine} {row.label}" for row in local.query(service)],
}
writable.update(f'INSERT DATA {{ GRAPH <{OP_ED}> {{ <{JAPAN}> <{ALT_LABEL}> "Nippon" }} }}')
answers["updated"] = [str(name) for name in remote.objects(JAPAN, ALT_LABEL)]
print(json.dumps(answers))
