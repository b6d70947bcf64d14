"""Which texts hold phone numbers, and which do not."""

from __future__ import annotations

import pytest

from goalsite.lint.public.p402_phone_number import check
from tests.lint.texts import said
from tests.lint.told import told


@pytest.mark.parametrize(
    "text",
    [
        "+49 30 5550 1234",
        "+49 (0)30 55501234",
        "+1 (555) 010-9999",
        "+1-555-010-9999",
        "+1 555 010 9999",
        "+44 20 7946 0958",
        "+4930555012345",
        "+86 138 1234 5678",
        "13812345678",
        "电话13812345678",
        "138-1234-5678",
        "138 1234 5678",
        "010-12345678",
        "0755-26001234",
        "021-5555 6666",
        "(030) 5550123",
        "030 901820 12",
        "0151 12345678",
        "0151-12345678",
        "(555) 010-1234 no",
        "(555) 555-1234",
        "555-555-1234",
        "Tel. 555 0199 33",
        "Phone: 5550199333",
        "WhatsApp 4915155501999",
        "https://wa.me/4915155501999",
        "[x](tel:+4930555012)",
        "call 13912345678 for help",
        "手机：13912345678",
        "+33 612 345 678",
        "+33 6 12 34 56 78",
        "0049 30 5550 1234",
    ],
)
def test_a_number_to_call_is_found_however_it_is_written(text: str) -> None:
    assert said(check, text) != []


@pytest.mark.parametrize(
    "text",
    [
        "1 200 000",
        "+1 200 000 users",
        "+12 500 000",
        "+12500000",
        "2026-10-05",
        "2026-10-05 2026-11-05",
        "192.168.10.20",
        "10.0.0.1",
        "v1.2.3",
        "1.2.3.4",
        "#1234567",
        "issues/13812345678",
        "id=13812345678",
        "abc13812345678def",
        "3fa94b13812345678aa",
        "52.5200, 13.4050",
        "+52.520008, +13.404954",
        "¥13812345678",
        "13812345678元",
        "15000000000",
        "15000000000 requests",
        "0.12345678",
        "0 10 20 30 40",
        "10:00-11:30",
        "2026-W41",
        "ADR 0001-0002",
        "2024-2025",
        "12345-67890",
        "ISBN 978-3-16-148410-0",
        "0001-record-decisions-2025",
        "1,234,567,890",
        "99.95 99.97 99.99",
        "from 1200 to 1400",
        "call 20 customers",
        "calls 1 200 000 people",
        "phone 13 of 20",
        "2026-01-01/2026-12-31",
        "+5 points, 2026-10-05",
        "(2026) 100-2000",
        "2026 100-200-3000",
        "0.5-1.0",
        "UTC+8 2026-10-05",
        "20261005123000",
        "000123456789",
        "01-02-2026",
        "2026/10/05",
        "RFC 2606 8174 9110",
        "100 200 300 400",
        "DOI 10.1000/182-12345678",
        "mobile 2026-11-16",
        "mobile: 1 200 000",
        "Phone 12 Pro 2024 10",
        "tel 2026",
        "01 2026 02 2026",
        "020-2026",
        "2025-2026-2027",
        "1970-01-01",
        "12 345 678",
        "-5 000 000",
        "555.555",
    ],
)
def test_days_sums_versions_ids_and_places_are_no_phone_numbers(text: str) -> None:
    assert said(check, text) == []


def test_a_message_shows_only_how_it_begins() -> None:
    assert said(check, "13812345678") == ["the phone number 13… would be published"]


def test_numbers_and_days_of_front_matter_are_none() -> None:
    front = "kind: kpi\ntitle: Requests\ntargets: [{from: 2026-01-01, target: 13812345678}]\n"
    front += "series: [[2026-10-05, 13912345678]]\n"
    assert told({"goals/kpis/k.md": f"---\n{front}---\n"}, "P402") == []
    front = "title: A\ncheckins: [{date: 2026-11-09, note: 13912345678}]\n"
    assert len(told({"goals/2026-Q4/a.md": f"---\n{front}---\n"}, "P402")) == 1
