package dev.headroom.app.ui.aws;

import dev.headroom.app.ui.part.Choices;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.usecase.PullAws;
import dev.headroom.app.usecase.Words;
import javafx.beans.property.StringProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Connects to AWS: on the left what is wanted, on the right what it means and what came of it.
public final class AwsDialog extends VBox {
    private static final double WIDTH = 980;
    private static final double HEIGHT = 456;
    private static final double FORM = 372;
    private final AwsViewModel model;
    private final Button plan;
    private final Button pull;
    private final Button check;
    private final Node profile;

    /// @param close leaves the dialog; a pull goes on
    public AwsDialog(AwsViewModel model, Runnable close) {
        super(12);
        this.model = model;
        getStyleClass().addAll("dialog-card", "aws-dialog");
        setMinSize(WIDTH, Region.USE_PREF_SIZE);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        check = Parts.button("Check login", "fth-user-check", model::check);
        check.setId("aws-check");
        plan = Parts.button("Show plan", "fth-list", model::plan, "primary");
        plan.setId("aws-plan");
        pull = Parts.button("Pull", "fth-download-cloud", model::pull, "primary");
        pull.setId("aws-pull");
        profile = Choices.of(
                "aws-profile",
                "Profile",
                model::profiles,
                AwsViewModel::words,
                model.form().profileProperty());
        VBox left = new VBox(fields());
        left.setMinWidth(FORM);
        left.setMaxWidth(FORM);
        AwsOutcome outcome = new AwsOutcome(model);
        ScrollPane scroll = new ScrollPane(outcome);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox middle = new HBox(24, left, scroll);
        middle.setMinHeight(HEIGHT);
        middle.setMaxHeight(HEIGHT);
        HBox head = Parts.row(8, Parts.label("Pull from AWS", "section-title"), Parts.spring());
        head.getChildren().add(Parts.label("AWS is only read. Keys are never stored here.", "small", "muted"));
        getChildren()
                .addAll(
                        head,
                        Parts.hairline(),
                        middle,
                        Parts.hairline(),
                        Parts.row(8, Parts.spring(), Parts.button("Close", "", close), plan, pull));
        model.stageProperty().addListener((source, before, now) -> follow(now));
        follow(model.stageProperty().get());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    /// Puts the focus into the first field.
    public void begin() {
        profile.requestFocus();
    }

    private void follow(AwsStage stage) {
        boolean busy = stage instanceof AwsStage.Busy;
        boolean planned = stage instanceof AwsStage.Planned;
        check.setDisable(busy);
        plan.setDisable(busy);
        show(plan, !planned);
        pull.setDisable(busy || !planned);
        show(pull, planned);
        if (busy && getScene() != null) {
            // The button that was pressed gives the focus away; without it Escape would not arrive here.
            requestFocus();
        }
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }

    private GridPane fields() {
        AwsForm form = model.form();
        GridPane grid = new GridPane(12, 8);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(92), values);
        grid.addRow(0, name("Profile"), Parts.row(8, profile, Parts.spring(), check));
        grid.addRow(
                1, name("Regions"), field("aws-regions", "Regions", "of the profile, or all", form.regionsProperty()));
        grid.addRow(
                2,
                name("Accounts"),
                field("aws-accounts", "Accounts", "of the login, or all", form.accountsProperty()));
        grid.addRow(
                3,
                name("Role"),
                field("aws-role", "Role in other accounts", "arn:aws:iam::{account}:role/NAME", form.roleProperty()));
        grid.addRow(
                4,
                name("External id"),
                field("aws-external", "External id", "only if the role asks", form.externalIdProperty()));
        grid.addRow(
                5,
                name("Bills"),
                field("aws-bills", "Bills", "s3://bucket/export or database.table", form.billsProperty()));
        grid.addRow(6, name("Since"), field("aws-since", "Since", "as far back as AWS keeps it", form.sinceProperty()));
        VBox boxes = new VBox(6);
        for (PullAws.What what : PullAws.What.values()) {
            CheckBox box = new CheckBox(Words.capital(what.word()));
            box.setId("aws-what-" + what.word());
            box.selectedProperty().bindBidirectional(form.whatProperty(what));
            boxes.getChildren().add(box);
        }
        Node pulled = name("Pull");
        GridPane.setValignment(pulled, VPos.TOP);
        grid.addRow(7, pulled, boxes);
        TextField most = field("aws-most", "The most that it may cost", "5", form.maxCostProperty());
        most.setMaxWidth(72);
        grid.addRow(8, name("At most"), Parts.row(8, most, Parts.label("US dollars", "small", "muted")));
        return grid;
    }

    private static Node name(String words) {
        return Parts.label(words, "small", "muted");
    }

    private static TextField field(String id, String description, String prompt, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(description);
        field.textProperty().bindBidirectional(text);
        return field;
    }
}
