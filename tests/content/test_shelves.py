"""Every content file fits the schema of its shelf."""

import pytest

from tongket.content import loader, schema


def test_every_page_fits_the_schema_of_its_shelf():
    assert schema.check_content() == []


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A bookshelf with a schema for rules, and a closer one for awards."""
    monkeypatch.setattr(loader, "CONTENT", tmp_path)
    monkeypatch.setattr(schema, "SCHEMAS", tmp_path / "schemas")
    (tmp_path / "schemas" / "rules").mkdir(parents=True)
    (tmp_path / "schemas" / "rules.yaml").write_text("required: [source]", "utf-8")
    (tmp_path / "schemas" / "rules" / "awards.yaml").write_text(
        "properties: {values: {additionalProperties: {type: number}}}", "utf-8"
    )
    (tmp_path / "rules" / "awards").mkdir(parents=True)
    schema._validator.cache_clear()
    yield tmp_path
    schema._validator.cache_clear()


def test_a_page_that_lacks_its_source_is_named_with_its_schema(shelf):
    (shelf / "rules" / "share.yaml").write_text("values: {}", "utf-8")

    (fault,) = schema.check_content()

    assert fault.startswith("rules/share.yaml: the whole file: 'source' is a required")
    assert fault.endswith("see content/schemas/rules.yaml")


def test_the_nearest_schema_holds_and_dates_are_keys(shelf):
    (shelf / "rules" / "awards" / "ceiling.yaml").write_text(
        "values: {2018-01-01: 0.15, 2020-01-01: many}", "utf-8"
    )

    (fault,) = schema.check_content()

    assert "values.2020-01-01: 'many' is not of type 'number'" in fault


def test_a_shelf_without_schema_and_a_broken_page_are_faults(shelf):
    (shelf / "loose.yaml").write_text("a: 1", "utf-8")
    (shelf / "rules" / "share.yaml").write_text("a: 1\na: 1", "utf-8")

    no_schema, broken = schema.check_content()

    assert "loose.yaml: no schema; write content/schemas/loose.yaml" in no_schema
    assert "written twice" in broken


def test_the_check_writes_each_fault_on_a_line_and_fails(shelf, capsys):
    (shelf / "loose.yaml").write_text("a: 1", "utf-8")

    assert schema.main() == 1
    assert capsys.readouterr().err.splitlines() == schema.check_content()
