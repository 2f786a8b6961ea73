"""The kinds of entity."""

from enum import StrEnum


class EntityKind(StrEnum):
    COMPANY = "company"
    PRODUCT = "product"
    TECHNOLOGY = "technology"
    INSTITUTION = "institution"
    PROJECT = "project"
    POLICY = "policy"
    MARKET = "market"
