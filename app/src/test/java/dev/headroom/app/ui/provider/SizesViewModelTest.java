package dev.headroom.app.ui.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.InventedFleet;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.usecase.AwsAdvice;
import dev.headroom.app.usecase.AwsStatement;
import dev.headroom.app.usecase.Decisions;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.PulledAdvice;
import dev.headroom.app.usecase.Scope;
import dev.headroom.app.usecase.SizeSaid;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.storage.advice.ServerSizeAdvice;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page over what a pull kept in a workspace.
class SizesViewModelTest {
    private static final Instant FIRST = Instant.parse("2026-11-03T06:05:00Z");
    private static final Instant LAST = Instant.parse("2026-11-19T06:05:00Z");
    private static final List<Recommendation> OURS = InventedFleet.rightsizing(
                    SizingPolicy.standard(), Decisions.none(FakeSession.TODAY))
            .recommendations();
    private static final List<Recommendation> SAVING =
            OURS.stream().filter(Recommendation.Resize.class::isInstance).toList();

    @TempDir
    static Path folder;

    private static AwsStatement statement = AwsStatement.nothing();

    private final AtomicInteger opened = new AtomicInteger();
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final SizesViewModel model =
            new SizesViewModel(parts.fleet(), parts.shell(), parts.formats(), opened::incrementAndGet);

    /// AWS names our type for one server, another for the next, and would keep the third.
    @BeforeAll
    static void keep() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            List<ServerSizeAdvice> said = List.of(
                    size(SAVING.get(0).server().id(), "Overprovisioned", type(SAVING.get(0)), "100.4", "0.4"),
                    size(SAVING.get(1).server().id(), "Overprovisioned", "t3.nano", "40", "3"),
                    size(SAVING.get(2).server().id(), "Optimized", "t3.nano", "1", "1"),
                    size("i-0abc", "Underprovisioned", "m5.8xlarge", "-12", "0"));
            PulledAdvice.keep(workspace, said, FIRST);
            PulledAdvice.keep(workspace, said, LAST);
            statement = new AwsAdvice(workspace).statement();
        }
    }

    @BeforeEach
    void load() throws InterruptedException {
        parts.fleet().load();
        load(statement);
    }

    private void load(AwsStatement said) throws InterruptedException {
        parts.session().saying(said);
        parts.fleet().advice().aws().load();
        parts.settle();
    }

    @AfterEach
    void close() {
        parts.close();
    }

    private static String type(Recommendation ours) {
        return ours.to().map(InstanceShape::instanceType).orElseThrow();
    }

    private static ServerSizeAdvice size(String server, String finding, String type, String saving, String risk) {
        return new ServerSizeAdvice(
                ServerSizeAdvice.Source.COMPUTE_OPTIMIZER,
                server,
                "",
                "m5.4xlarge",
                finding,
                List.of("CPUOverprovisioned"),
                new BigDecimal("14"),
                List.of(new ServerSizeAdvice.Option(
                        type, new BigDecimal(risk), "VeryLow", new BigDecimal(saving), null, "USD")),
                null,
                "USD");
    }

    private SizeRow row(String server) {
        return model.rows().rows().stream()
                .filter(row -> row.beside().server().equals(server))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bothStandSideBySideWithHowTheyAgree() {
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        SizeRow same = row(SAVING.get(0).server().id());
        assertThat(same.agreement().words()).isEqualTo("Same");
        assertThat(same.theirs()).isEqualTo(same.ours()).isEqualTo(type(SAVING.get(0)));
        assertThat(same.theirSaving()).isEqualTo(100.4);
        assertThat(same.theirRisk()).contains(new SizeRow.Risk(0, "very low"));
        assertThat(same.source()).isEqualTo("Compute Optimizer");
        assertThat(same.beside().theirs().orElseThrow().told()).isEqualTo(FIRST);
        assertThat(same.beside().theirs().orElseThrow().asked()).isEqualTo(LAST);
        SizeRow direction = row(SAVING.get(1).server().id());
        assertThat(direction.agreement().words()).isEqualTo("Same direction");
        assertThat(direction.theirRisk()).contains(new SizeRow.Risk(3, "high"));
        SizeRow kept = row(SAVING.get(2).server().id());
        assertThat(kept.agreement().words()).isEqualTo("One keeps it");
        assertThat(kept.theirs()).isEqualTo("keep");
        assertThat(kept.theirSaving()).isNaN();
        assertThat(row("i-0abc").agreement().words()).isEqualTo("AWS only");
        assertThat(row(SAVING.get(3).server().id()).agreement().words()).isEqualTo("Headroom only");
    }

    @Test
    void theFiguresCountEachServerAndAddUpWhatIsSaved() {
        assertThat(model.answerProperty().get())
                .isEqualTo("AWS and Headroom agree on 2 of 3 servers; AWS was asked on 19 Nov 2026");
        assertThat(model.figures().get(0).value()).isEqualTo("2 of 3");
        assertThat(model.figures().get(0).meaning()).isEqualTo("1 on the same type");
        assertThat(model.figures().get(1).value()).isEqualTo("1");
        // 100.40 and 40; what is too small costs more and is left out.
        assertThat(model.figures().get(2).value()).isEqualTo("$140");
        assertThat(model.figures().get(2).meaning()).isEqualTo("2 servers, by its own prices");
        assertThat(model.figures().get(4).meaning()).startsWith("1 by AWS, ");
    }

    @Test
    void linesAreFilteredByAgreementAndByService() {
        model.filterProperty().set(SizeFilter.AGREE);
        assertThat(model.rows().rows()).hasSize(2);
        model.filterProperty().set(SizeFilter.DISAGREE);
        assertThat(model.rows().rows()).hasSize(1);
        model.filterProperty().set(SizeFilter.AWS_ONLY);
        assertThat(model.rows().rows()).extracting(SizeRow::name).containsExactly("i-0abc");
        model.filterProperty().set(SizeFilter.ALL);
        model.sourceProperty().set(Optional.of(SizeSaid.Source.COST_EXPLORER));
        assertThat(model.rows().rows()).isEmpty();
        model.sourceProperty().set(Optional.of(SizeSaid.Source.COMPUTE_OPTIMIZER));
        assertThat(model.rows().rows()).hasSize(4);
    }

    @Test
    void theScopeNarrowsLinesAndFigures() throws InterruptedException {
        String account = SAVING.get(0).server().account();
        parts.shell().scopeProperty().set(Scope.ALL.withProvider("aws").withAccount(account));
        parts.settle();
        assertThat(model.rows().rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.account()).isEqualTo(account));
        assertThat(model.rows().rows()).extracting(SizeRow::name).doesNotContain("i-0abc");
    }

    @Test
    void namesAreHiddenUnderPseudonyms() {
        parts.shell().pseudonymsProperty().set(true);
        assertThat(model.rows().rows())
                .extracting(SizeRow::name)
                .doesNotContain(SAVING.get(0).server().name(), "i-0abc");
    }

    @Test
    void whatWasNeverPulledIsOfferedToBePulled() throws InterruptedException {
        load(AwsStatement.nothing());
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(PanelState.Empty.class, empty -> {
            assertThat(empty.sentence()).contains("Recommendations", "Compute Optimizer", "opted in");
            assertThat(empty.action()).isEqualTo("Pull from AWS");
            empty.onAction().run();
        });
        assertThat(opened).hasValue(1);
    }

    @Test
    void whatCannotBeReadIsTriedAgain() throws InterruptedException {
        parts.session().refuse(true);
        parts.fleet().advice().aws().load();
        parts.settle();
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(PanelState.Failed.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo("HR-4242");
            parts.session().refuse(false);
            failed.again().run();
        });
        parts.settle();
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
    }
}
