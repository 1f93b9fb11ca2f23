"""Foreign keys are arrows too: none climbs the pipeline."""

from django.apps import apps

# The rooms from the foundation up; side by side where the contract has a bar.
PIPELINE = {
    "units": 0,
    "people": 1,
    "ledger": 2,
    "intake": 3,
    "registers": 3,
    "checking": 4,
    "reports": 5,
    "conferences": 6,
    "reviews": 7,
    "awards": 8,
    "plans": 9,
}


def climbing(keys: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the (from, to) pairs of app labels whose key points up the pipeline."""
    return [
        (low, high)
        for low, high in keys
        if low in PIPELINE and high in PIPELINE and low != high
        if PIPELINE[low] <= PIPELINE[high]
    ]


def test_foreign_keys_do_not_climb() -> None:
    keys = [
        (model._meta.app_label, field.related_model._meta.app_label)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation
        and field.concrete
        and not isinstance(field.related_model, str)
        if field.related_model is not None
    ]

    assert climbing(keys) == []


def test_a_climbing_key_is_seen() -> None:
    assert climbing([("ledger", "reports"), ("reports", "ledger")]) == [
        ("ledger", "reports")
    ]
