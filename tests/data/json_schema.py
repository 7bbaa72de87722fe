"""A JSON file of a site, held against a schema in schemas/."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

import forms

FORMATS = FormatChecker(formats=())
FORMATS.checks("uri")(lambda text: not isinstance(text, str) or forms.is_absolute(text))
FORMATS.checks("date-time")(lambda text: not isinstance(text, str) or forms.moment(text) is not None)


def validator(name):
    schema = json.loads((Path(__file__).with_name("schemas") / name).read_bytes())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FORMATS)


def read(site, file, schema, find):
    """The file's value; `None` where it is no JSON. Its faults are told as `json` and `schema`."""
    try:
        value = json.loads(site.text(file))
    except ValueError as error:
        find("json", str(error))
        return None
    for error in sorted(schema.iter_errors(value), key=lambda error: error.json_path)[:5]:
        find("schema", f"{error.json_path}: {error.message[:200]}")
    return value if isinstance(value, dict) else None
