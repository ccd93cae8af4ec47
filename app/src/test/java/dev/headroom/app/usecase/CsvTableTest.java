package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private final StringWriter out = new StringWriter();

    @Test
    void unknownValuesAreEmptyCells() {
        new CsvTable(out, List.of("a", "b", "c")).row(Double.NaN, Optional.empty(), "");
        assertThat(out).hasToString("a,b,c\n,,\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+SUM(A1)", "-2+3", "@cmd", "=HYPERLINK(\"x\")"})
    void aFormulaStaysText(String formula) {
        new CsvTable(out, List.of("name")).row(formula);
        String cell = out.toString().lines().skip(1).findFirst().orElseThrow();
        assertThat(cell.replace("\"", "")).startsWith("'" + formula.charAt(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2", "+3.5", "-1e-3"})
    void aSignedNumberIsNoFormula(String number) {
        new CsvTable(out, List.of("name")).row(number);
        assertThat(out).hasToString("name\n" + number + "\n");
    }

    @Test
    void separatorsQuotesAndLineBreaksAreQuoted() {
        new CsvTable(out, List.of("name")).row("a,\"b\"\nc");
        assertThat(out).hasToString("name\n\"a,\"\"b\"\"\nc\"\n");
    }

    @Test
    void numbersHaveNoExponentAndMoneyKeepsItsDecimals() {
        new CsvTable(out, List.of("a", "b", "c")).row(1.5e-7, 123456789012.0, new BigDecimal("1.20000000000"));
        assertThat(out).hasToString("a,b,c\n0.00000015,123456789000,1.20000000000\n");
    }

    @Test
    void aRowThatDoesNotFitTheHeaderIsRefused() {
        CsvTable table = new CsvTable(out, List.of("a", "b"));
        assertThatThrownBy(() -> table.row("1")).hasMessageContaining("cells (1)");
    }
}
