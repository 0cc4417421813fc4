"""The report for the vet as a value: what was observed, and what follows from it (domain §6 end).

Nothing here knows how a page looks; `render` makes PDF, HTML, Markdown and JSON of one `Report`.
"""

from hamdiary.domain.report.building import Gathered as Gathered
from hamdiary.domain.report.building import build_report as build_report
from hamdiary.domain.report.options import PARTS as PARTS
from hamdiary.domain.report.options import BadPeriod as BadPeriod
from hamdiary.domain.report.options import Part as Part
from hamdiary.domain.report.options import Period as Period
from hamdiary.domain.report.options import ReportOptions as ReportOptions
from hamdiary.domain.report.value import Report as Report
