package dev.headroom.app.ui.aws;

import dev.headroom.app.task.RunningTask;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.CheckAws;
import dev.headroom.app.usecase.Problem;
import dev.headroom.app.usecase.PullAws;
import dev.headroom.app.usecase.PullWords;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a connection to AWS means and what came of it: the check, the plan, the progress, the result.
final class AwsOutcome extends VBox {
    private final AwsViewModel model;
    private final Formats formats;

    AwsOutcome(AwsViewModel model) {
        super(12);
        this.model = model;
        formats = model.formats();
        model.stageProperty().addListener((source, before, now) -> show());
        model.askedProperty().addListener((source, before, now) -> show());
        show();
    }

    private void show() {
        List<Node> nodes = new ArrayList<>();
        model.askedProperty().get().ifPresent(asked -> nodes.add(code(asked.device())));
        nodes.addAll(
                switch (model.stageProperty().get()) {
                    case AwsStage.Fresh fresh -> fresh();
                    case AwsStage.Busy(var words, var task) -> busy(words, task);
                    case AwsStage.Checked(var check) -> checked(check);
                    case AwsStage.Planned(var plan) -> planned(plan);
                    case AwsStage.Pulled(var result) -> pulled(result);
                    case AwsStage.Failed(var problem) -> List.of(problem(problem));
                });
        getChildren().setAll(nodes);
    }

    private static List<Node> fresh() {
        return List.of(
                Parts.label("What happens", "group-title"),
                Parts.prose(
                        "The login is that of the AWS tools on this computer: environment, profiles, IAM Identity Center,"
                                + " roles. Show plan asks who you are and what there is, and says what a pull would ask"
                                + " and cost. Nothing is pulled before you agree.",
                        "body"),
                Parts.prose(
                        "The first pull fetches up to 455 days of hourly metrics. Later ones ask only for what is new, and"
                                + " one that was interrupted goes on where it stopped.",
                        "body"),
                Parts.prose(
                        "The same on the command line: headroom pull aws. It also prints the read-only policy that a role"
                                + " needs (--print-policy).",
                        "body",
                        "muted"));
    }

    private Node code(String device) {
        PasswordField field = new PasswordField();
        field.setId("aws-code");
        field.setPromptText("Six digits");
        field.setMaxWidth(120);
        field.setAccessibleText("Code of " + device);
        field.setOnAction(event -> model.answer(field.getText()));
        HBox row = Parts.row(8, field, Parts.button("Go on", "", () -> model.answer(field.getText()), "primary"));
        return new VBox(6, Parts.label("Code of the device", "group-title"), Parts.elastic(device, "raw"), row);
    }

    private List<Node> busy(String words, RunningTask task) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(task.fractionProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        Label detail = Parts.elastic("", "small", "muted");
        detail.textProperty().bind(task.detailProperty());
        Label left = Parts.label("", "small", "muted");
        left.textProperty().bind(task.remainingProperty());
        HBox row = Parts.row(8, detail, Parts.spring(), left);
        return List.of(
                Parts.label(words + " …", "group-title"),
                bar,
                row,
                Parts.prose(
                        "This window can be closed; the work goes on and what is complete stays.", "small", "muted"),
                Parts.row(8, Parts.button("Stop", "fth-square", model::stop)));
    }

    private static List<Node> checked(CheckAws.Result check) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Parts.row(
                8,
                Parts.label("The login works", "group-title"),
                check.isComplete()
                        ? Parts.badge(Tone.GOOD, "fth-check", "All allowed")
                        : Parts.badge(Tone.WATCH, "fth-alert-triangle", "Not all allowed")));
        nodes.add(who(check.account(), check.who()));
        GridPane grid = grid(2, 0);
        int row = 0;
        for (CheckAws.Permitted action : check.actions()) {
            Node badge = switch (action.verdict()) {
                case "allowed" -> Parts.badge(Tone.GOOD, "fth-check", "allowed");
                case "denied" -> Parts.badge(Tone.BAD, "fth-slash", "denied");
                default -> Parts.badge(Tone.NEUTRAL, "fth-help-circle", "unknown");
            };
            grid.addRow(
                    row++, Parts.label(action.action(), "body"), Parts.label(action.what(), "small", "muted"), badge);
        }
        nodes.add(grid);
        return nodes;
    }

    private static Node who(String account, String who) {
        return Parts.elastic(who + " in account " + account, "small", "muted");
    }

    private List<Node> planned(PullAws.Plan plan) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Parts.row(
                8,
                Parts.label(PullWords.dollars(plan.asked().usd()), "answer"),
                Parts.label("at most, by list prices", "body", "muted")));
        nodes.add(Parts.label(
                "%s calls, %s values, %s to receive"
                        .formatted(
                                formats.count(plan.asked().calls()),
                                formats.count(plan.asked().points()),
                                PullWords.bytes(plan.asked().bytes())),
                "small",
                "muted"));
        nodes.add(who(plan.account(), plan.who()));
        GridPane grid = grid(1, 3);
        heads(grid, "Where", "What", "Calls", "Values", "Cost");
        int row = 1;
        for (PullAws.Part part : plan.parts()) {
            grid.addRow(
                    row++,
                    Parts.label(part.account() + " " + part.region(), "body"),
                    Parts.label(part.what(), "body"),
                    Parts.label(formats.count(part.asked().calls()), "body"),
                    Parts.label(formats.count(part.asked().points()), "body"),
                    Parts.label(PullWords.dollars(part.asked().usd()), "body"));
        }
        nodes.add(grid);
        nodes.addAll(missing(plan.missing()));
        return nodes;
    }

    private List<Node> pulled(PullAws.Result result) {
        List<Node> nodes = new ArrayList<>();
        result.end().ifPresent(end -> nodes.add(problem(end)));
        PullAws.Spent total = result.total();
        nodes.add(Parts.row(
                8,
                Parts.label(result.end().isPresent() ? "Ended early" : "Pulled", "answer"),
                Parts.label(
                        "%s, this month %s"
                                .formatted(
                                        PullWords.dollars(total.usd()),
                                        PullWords.dollars(result.month().usd())),
                        "body",
                        "muted")));
        nodes.add(Parts.label(
                "%s calls, %s received".formatted(formats.count(total.calls()), PullWords.bytes(total.bytes())),
                "small",
                "muted"));
        GridPane grid = grid(0, 3);
        heads(grid, "What", "Rows", "New", "Rejected");
        int row = 1;
        for (PullAws.Kept kept : result.kept()) {
            grid.addRow(
                    row++,
                    Parts.elastic(kept.name(), "body"),
                    Parts.label(formats.count(kept.rows()), "body"),
                    Parts.label(formats.count(kept.accepted()), "body"),
                    Parts.label(formats.count(kept.rejected()), "body"));
        }
        nodes.add(grid);
        nodes.addAll(missing(result.missing()));
        return nodes;
    }

    private static List<Node> missing(List<PullAws.Missing> missing) {
        if (missing.isEmpty()) {
            return List.of();
        }
        VBox list = new VBox(8);
        for (PullAws.Missing one : missing) {
            list.getChildren()
                    .add(new VBox(
                            2,
                            Parts.label(one.what() + " of " + one.account() + " " + one.region(), "small", "strong"),
                            Parts.prose(one.sentence() + " (" + one.code() + ")", "small", "muted")));
        }
        return List.of(
                Parts.row(
                        8,
                        Parts.label("Cannot be pulled", "group-title"),
                        Parts.badge(Tone.WATCH, "fth-alert-triangle", Integer.toString(missing.size()))),
                list);
    }

    private static Node problem(Problem problem) {
        VBox words = new VBox(2, Parts.prose(problem.message(), "body"));
        if (!problem.code().isEmpty()) {
            words.getChildren().add(Parts.label(problem.code(), "caption", "muted"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(8, Icons.medium("fth-alert-circle", "bad"), words);
    }

    /// @param texts how many columns of words follow the first
    /// @param numbers how many columns stand on the right, after those
    private static GridPane grid(int texts, int numbers) {
        GridPane grid = new GridPane(16, 6);
        ColumnConstraints first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(first);
        for (int i = 0; i < texts + numbers; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i < texts ? HPos.LEFT : HPos.RIGHT);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private static void heads(GridPane grid, String... names) {
        for (int i = 0; i < names.length; i++) {
            grid.add(Parts.label(names[i], "small", "muted"), i, 0);
        }
    }
}
