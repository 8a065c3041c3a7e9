"""Asks a server with SPARQLWrapper and prints what it got as one JSON object.

Usage: sparqlwrapper_client.py SERVER TOKEN
"""

import json
import sys

from SPARQLWrapper import JSON, POST, TURTLE, XML, SPARQLExceptions, SPARQLWrapper

SERVER, TOKEN = sys.argv[1:]
PREFIXES = """
PREFIX graph: <https://w3id.org/demarche/graph/>
PREFIX id: <https://w3id.org/demarche/id/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
LABELS = r"SELECT ?label { id:actor\/japan rdfs:label ?label } ORDER BY lang(?label)"
INSERT = r"""
INSERT DATA { GRAPH graph:op-ed\/sample-2026-talks { id:actor\/japan skos:altLabel "Nippon" } }
"""


def ask(query, form, path="/sparql"):
    client = SPARQLWrapper(SERVER + path)
    client.setQuery(PREFIXES + query)
    client.setReturnFormat(form)
    return client.query()


def update(text, token=None):
    client = SPARQLWrapper(SERVER + "/update")
    client.setMethod(POST)
    client.setQuery(PREFIXES + text)
    if token:
        client.addCustomHttpHeader("Authorization", "Bearer " + token)
    try:
        return client.query().response.getcode()
    except SPARQLExceptions.SPARQLWrapperException as refused:
        return type(refused).__name__


def failure(query):
    try:
        ask(query, JSON)
        return "none"
    except SPARQLExceptions.QueryBadFormed as failed:
        return str(failed)


def graph(query):
    """The triples, read by rdflib inside SPARQLWrapper."""
    return len(ask(query, XML).convert())


rows = ask(LABELS, JSON).convert()["results"]["bindings"]
xml = ask(LABELS, XML).convert()
print(
    json.dumps(
        {
            "select": [row["label"]["value"] for row in rows],
            "xml": [node.firstChild.data for node in xml.getElementsByTagName("literal")],
            "ask": ask(r"ASK { id:actor\/japan ?p ?o }", JSON).convert()["boolean"],
            "construct": "日本".encode() in ask(
                r"CONSTRUCT WHERE { id:actor\/japan rdfs:label ?label }", TURTLE).convert(),
            "describe": graph(r"DESCRIBE id:actor\/japan") > 0,
            "failure": failure("SELECT ?s { ?s ?p }"),
            "updateWithoutToken": update(INSERT),
            "updateWithToken": update(INSERT, TOKEN),
            "updated": ask('ASK { ?s skos:altLabel "Nippon" }', JSON).convert()["boolean"],
        }
    )
)
