"""What a password must be, each refusal in our own words (the rules are Django's)."""

from django.contrib.auth import password_validation as rules
from django.utils.translation import get_language

from tongket.content.messages import messages


def _said(code: str, **arguments: object) -> str:
    """Return a sentence in the language of the page, Vietnamese outside of one."""
    known = messages(get_language() or "vi") or messages("vi")
    return known[code].format(**arguments)


class LongEnough(rules.MinimumLengthValidator):
    """A password has at least eight characters."""

    def get_error_message(self) -> str:
        """Return what is wrong and what to do."""
        return _said("people_password_short", least=self.min_length)

    get_help_text = get_error_message


class NotTheName(rules.UserAttributeSimilarityValidator):
    """A password is not the account name or the person's name over again."""

    def __init__(self) -> None:
        super().__init__(user_attributes=("username", "full_name"))

    def get_error_message(self) -> str:
        """Return what is wrong and what to do."""
        return _said("people_password_like_the_name")

    get_help_text = get_error_message


class NotCommon(rules.CommonPasswordValidator):
    """A password is not among the twenty thousand that everybody tries first."""

    def get_error_message(self) -> str:
        """Return what is wrong and what to do."""
        return _said("people_password_common")

    get_help_text = get_error_message


class NotNumeric(rules.NumericPasswordValidator):
    """A password is more than a date or a telephone number."""

    def get_error_message(self) -> str:
        """Return what is wrong and what to do."""
        return _said("people_password_numeric")

    get_help_text = get_error_message
