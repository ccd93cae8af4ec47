package dev.headroom.app.ui.data;

import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.usecase.ImportQuestion;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One question about a file: the usual answers to choose from, and a field for another.
final class QuestionRow extends HBox {
    static final double NAME = 150;
    /// The only thing that is ever assumed is a statistic, and it is this one.
    private static final String ASSUMED = "mean";

    /// @param said what was answered
    /// @param assumed true when the file can be read without an answer
    QuestionRow(ImportQuestion question, Optional<String> said, boolean assumed, Consumer<String> answered) {
        super(8);
        setAlignment(Pos.TOP_LEFT);
        boolean guessed = assumed && said.isEmpty();
        Optional<String> answer = guessed ? Optional.of(ASSUMED) : said;
        Label name = Parts.prose(words(question) + (guessed ? ", assumed" : ""), "small", "muted");
        name.setPadding(new Insets(4, 0, 0, 0));
        name.setMinWidth(NAME);
        name.setMaxWidth(NAME);
        FlowPane choices = new FlowPane(6, 4);
        HBox.setHgrow(choices, Priority.ALWAYS);
        for (String text : question.answers()) {
            ToggleButton chip = new ToggleButton(text);
            chip.getStyleClass().add("chip");
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setSelected(answer.filter(text::equalsIgnoreCase).isPresent());
            chip.setAccessibleText(words(question) + ": " + text);
            chip.setOnAction(event -> {
                chip.setSelected(true);
                answered.accept(text);
            });
            choices.getChildren().add(chip);
        }
        if (question.kind() != ImportQuestion.Kind.STATISTIC) {
            choices.getChildren().add(field(question, answer, answered));
        }
        getChildren().addAll(name, choices);
    }

    private static TextField field(ImportQuestion question, Optional<String> answer, Consumer<String> answered) {
        TextField field =
                new TextField(answer.filter(text -> question.answers().stream().noneMatch(text::equalsIgnoreCase))
                        .orElse(""));
        field.getStyleClass().add("answer-field");
        field.setPromptText(question.answers().isEmpty() ? "Enter to take it" : "another");
        field.setAccessibleText(words(question) + ", another answer");
        field.setPrefWidth(question.answers().isEmpty() ? 220 : 100);
        field.setOnAction(event -> answered.accept(field.getText()));
        return field;
    }

    static String words(ImportQuestion question) {
        return switch (question.kind()) {
            case UNIT -> "Unit of " + question.about();
            case STATISTIC -> "Statistic";
            case CURRENCY -> "Currency of the amounts";
            case METRIC -> "What the values measure";
            case RESOURCE -> "Server it is about";
        };
    }

    /// What is missing, without what to do on the command line, which follows a semicolon.
    static String sentence(String message) {
        int cut = message.indexOf(';');
        return cut < 0 ? message : message.substring(0, cut) + ".";
    }
}
