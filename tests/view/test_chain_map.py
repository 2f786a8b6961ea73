"""The chain map."""

from chipkb.model.chain import NeedState
from chipkb.view.chain_map import chain_map_view


def test_the_tiny_world(kb):
    view = chain_map_view(kb)
    [link] = view.links
    [need] = link.needs
    assert need.link == "chain#need-design-drawing"
    assert view.states == ((NeedState.DEPENDENT, 1),)
    assert [(one.id, len(one.needs)) for one in view.domains] == [("gpu", 1), ("memory", 0)]


def test_every_need_of_the_chain_stands_in_its_link_and_in_its_domain(real):
    view = chain_map_view(real.kb)
    asked = sorted(f"{link.id}/{need.id}" for link in real.kb.chain for need in link.needs)
    in_links = [f"{o.view.link.id}/{n.view.need.id}" for o in view.links for n in o.needs]
    assert sorted(in_links) == asked
    in_domains = [need.link for domain in view.domains for need in domain.needs]
    assert sorted(in_domains) == sorted(need.link for link in view.links for need in link.needs)


def test_goods_run_from_the_supplier_into_the_users_domain(real):
    for domain in chain_map_view(real.kb).domains:
        for inflow in domain.inflows:
            for supply in inflow.supplies:
                assert supply.user.home == domain.id
                assert {flow.supplier.home for flow in supply.flows} == {inflow.domain_id}


def test_a_purchase_and_a_part_run_the_right_way(real):
    flows = {
        (flow.supplier.id, flow.user.id)
        for domain in chain_map_view(real.kb).domains
        for inflow in domain.inflows
        for supply in inflow.supplies
        for flow in supply.flows
    }
    assert ("nvidia", "meta") in flows  # a customer buys
    assert ("hbm", "gpu-compute-card") in flows  # a part goes into the whole
    assert ("tsmc", "biren-br100") in flows  # a foundry delivers
