import pytest

from tests.web.sites import Site


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The folder that the site gives."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(served):
    """The site, for tests that leave it alive."""
    site = Site(served)
    yield site
    site.die()
