"""What the reports room does not do."""

from tongket.content.messages import messages
from tongket.content.refusal import Refusal


class NoSuchKind(Refusal):
    """No outline has a report of that kind."""

    code = "reports_no_such_kind"


class KindDoesNotFit(Refusal):
    """A report of that kind is not made for that period."""

    code = "reports_kind_does_not_fit"


class NotADepartment(Refusal):
    """Reports cover a whole department, and the unit is none."""

    code = "reports_not_a_department"


class NoSuchForm(Refusal):
    """Papers are delivered as docx, pdf or html."""

    code = "reports_no_such_form"


class NothingToReport(Refusal):
    """The ledger holds nothing of the department for that period."""

    code = "reports_nothing_to_report"


class NoSuchDelivery(Refusal):
    """No delivery has that number."""

    code = "reports_no_such_delivery"


class NotDelivered(Refusal):
    """The file carries no facts of ours, or carries them spoilt."""

    code = "reports_not_ours"

    def sentence(self, language: str = "vi") -> str:
        """Return what stands there and what to do, the reason in words."""
        said = messages(language)
        reason = said[f"reports_reason_{self.arguments['reason']}"]
        return said[self.code].format(reason=reason)
