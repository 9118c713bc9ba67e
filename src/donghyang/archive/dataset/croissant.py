"""The data sheet: Croissant 1.0 (MLCommons), JSON-LD that says what each file and column is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from donghyang.archive.dataset.tables import Column, Table

_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "dct": "http://purl.org/dc/terms/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "source": "cr:source",
    "transform": "cr:transform",
}
_KINDS = {
    "text": "sc:Text", "json": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean",
    "date": "sc:Date",
}  # fmt: skip
_FORMATS = {".jsonl": "application/jsonlines", ".parquet": "application/vnd.apache.parquet", ".csv": "text/csv"}


def data_sheet(
    name: str, version: str, published: str, files: Mapping[str, tuple[str, int]], tables: Sequence[Table]
) -> dict[str, Any]:
    """The JSON-LD of a data set whose `files` are told by path: (SHA-256 in hexadecimal, bytes).

    `published`: the day of its newest issue, ISO 8601. Source: Croissant Format Specification 1.0.
    """
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": name,
        "description": "Reports on science and technology policy: issues, articles, what they state, their sources.",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "version": version,
        "datePublished": published,
        "distribution": [_file(path, digest, size) for path, (digest, size) in sorted(files.items())],
        "recordSet": [_records(table) for table in tables],
    }


def _file(path: str, digest: str, size: int) -> dict[str, Any]:
    end = path[path.rfind(".") :]
    return {
        "@type": "cr:FileObject",
        "@id": path,
        "name": path,
        "contentUrl": path,
        "contentSize": f"{size} B",
        "encodingFormat": _FORMATS.get(end, "application/octet-stream"),
        "sha256": digest,
    }


def _records(table: Table) -> dict[str, Any]:
    fields = [_field(table, column) for column in table.columns]
    return {"@type": "cr:RecordSet", "@id": table.name, "name": table.name, "description": table.says, "field": fields}


def _field(table: Table, column: Column) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.says,
        "dataType": _KINDS[column.kind],
        "source": {"fileObject": {"@id": f"{table.name}.jsonl"}, "extract": {"jsonPath": f"$.{column.name}"}},
    }
