"""What bytes say of their encoding is believed where it can be true."""

from __future__ import annotations

import pytest

from newsdiff.formats.charsets import decode_declared

TEXT = "Die Brücke – und die Straße – sind zu."


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        (None, "utf-8"),
        ("utf-8", "utf-8"),
        ('"UTF-8"', "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("utf-8", "cp1252"),
        ("no-such", "cp1252"),
        ("zip", "utf-8"),
        ("utf-16", "utf-16"),
        ("mac-roman", "mac-roman"),
    ],
)
def test_the_text_is_right(declared: str | None, encoding: str) -> None:
    assert decode_declared(TEXT.encode(encoding), "a", declared).text == TEXT


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("gb2312", "gb18030", "橋在北京關閉了。橋"),
        ("shift_jis", "cp932", "橋が①閉鎖"),
        ("ks_c_5601-1987", "cp949", "다리가 닫혔다 똠"),
        ("iso-2022-jp", "iso-2022-jp", "橋が閉鎖"),
        ("koi8-r", "koi8-r", "Мост закрыт."),
        ("windows-1251", "cp1251", "Мост закрыт."),
        ("iso-8859-9", "cp1254", "Köprü – şimdi kapalı"),
    ],
)
def test_other_scripts(declared: str, encoding: str, text: str) -> None:
    decoded = decode_declared(text.encode(encoding), "a", declared)
    assert decoded == (type(decoded))(text)


def test_a_few_characters_may_be_lost_and_it_is_said() -> None:
    data = ("橋在北京關閉了。" * 20).encode("gb18030") + b"\xff"
    decoded = decode_declared(data, "a", "gb2312")
    assert decoded.text.startswith("橋在北京")
    assert decoded.notes == ("a is not valid GB2312; � stands for what is lost",)
