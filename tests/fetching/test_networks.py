"""Which addresses of the network are public."""

from __future__ import annotations

import pytest

from newsdiff.fetching.networks import kind_of


@pytest.mark.parametrize(
    "host",
    [
        *("93.184.216.34", "8.8.8.8", "100.63.255.255", "172.32.0.1", "192.167.0.1"),
        *("2606:4700::1111", "2a00:1450::1", "64:ff9b::808:808", "::ffff:8.8.8.8"),
    ],
)
def test_public(host: str) -> None:
    assert kind_of(host) is None


@pytest.mark.parametrize(
    "host",
    [
        *("0.0.0.0", "127.0.0.1", "127.255.0.1", "10.1.2.3", "172.16.0.1"),  # noqa: S104
        *("192.168.1.1", "100.64.0.1", "100.100.100.200", "169.254.169.254"),
        *("168.63.129.16", "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.1"),
        *("203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *(
            "::",
            "::1",
            "fe80::1",
            "fe80::1%eth0",
            "fec0::1",
            "fc00::1",
            "fd00:ec2::254",
        ),
        *("ff02::1", "2001:db8::1", "3fff::1", "100::1", "5f00::1", "4000::1"),
        *("::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "::127.0.0.1", "64:ff9b::7f00:1"),
        *("64:ff9b:1::1", "2002:7f00:1::1", "2002:a9fe:a9fe::1", "2002:808:808::1"),
        *("2001:0:4136:e378:8000:63bf:3fff:fdd2", "127.1", "0x7f000001", "name", ""),
    ],
)
def test_not_public(host: str) -> None:
    assert kind_of(host)
