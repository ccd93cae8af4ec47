package dev.headroom.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.InventedFleet;
import dev.headroom.app.usecase.Scope;
import dev.headroom.app.usecase.ScopeIndex;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ScopeViewModelTest {
    private final ScopeIndex index = ScopeIndex.of(InventedFleet.servers());
    private final ScopeViewModel model = new ScopeViewModel();

    private void open(Scope scope) {
        model.open(index, scope, UnaryOperator.identity(), UnaryOperator.identity());
    }

    @Test
    void everythingOffersEachLevelAndNoWayOut() {
        open(Scope.ALL);
        assertThat(model.hits())
                .extracting(ScopeViewModel.Choice::level)
                .doesNotContain(ScopeViewModel.Level.WIDER)
                .contains(
                        ScopeViewModel.Level.PROVIDER,
                        ScopeViewModel.Level.ACCOUNT,
                        ScopeViewModel.Level.TAG,
                        ScopeViewModel.Level.RESOURCE);
        assertThat(model.total()).isEqualTo(1 + 2 + 2 + 40);
    }

    @Test
    void aNarrowedScopeOffersWhatLiesInsideAndTheWayOut() {
        open(Scope.ALL.withProvider("aws").withAccount("prod-us"));
        assertThat(model.chosen()).contains(Scope.ALL);
        model.queryProperty().set("da-");
        assertThat(model.hits())
                .isNotEmpty()
                .allSatisfy(choice -> assertThat(choice.label()).startsWith("da-us-"));
    }

    @Test
    void lettersFindAResourceAndArrowsGoRound() {
        open(Scope.ALL);
        model.queryProperty().set("daus01");
        assertThat(model.chosen()).contains(Scope.ALL.withResource("da-us-01"));
        model.move(-1);
        assertThat(model.selectedProperty().get()).isEqualTo(model.hits().size() - 1);
    }

    @Test
    void nothingFitsNonsense() {
        open(Scope.ALL);
        model.queryProperty().set("zzzz");
        assertThat(model.hits()).isEmpty();
        assertThat(model.chosen()).isEmpty();
    }

    @Test
    void wideningLeavesTheNarrowestLevelFirst() {
        Scope tag = new Scope("aws", "prod-us", new Scope.Slice.Tag("team", "orders"), "da-us-01");
        assertThat(tag.wider().resource()).isEmpty();
        assertThat(tag.wider().wider()).isEqualTo(new Scope("aws", "prod-us", new Scope.Slice.All(), ""));
        assertThat(tag.wider().wider().wider()).isEqualTo(Scope.ALL.withProvider("aws"));
        assertThat(tag.wider().wider().wider().wider()).isEqualTo(Scope.ALL);
    }

    @Test
    void theBreadcrumbNamesEachLevel() {
        Scope scope = new Scope("aws", "prod-us", new Scope.Slice.Service("Compute"), "da-us-01");
        assertThat(ScopeWords.crumbs(scope, account -> "account-1", id -> "host-007"))
                .extracting(ScopeWords.Crumb::words)
                .containsExactly("aws", "account-1", "Compute", "host-007");
    }
}
