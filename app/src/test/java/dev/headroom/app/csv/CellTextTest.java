package dev.headroom.app.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+SUM(A1)",
                "-2+3",
                "@cmd",
                "\t=1",
                "\r=1",
                "\n=1",
                "=cmd|' /C calc'!A0",
                "\uff1d1+1",
                "-",
                "+1 234"
            })
    void whatASpreadsheetWouldRunStaysText(String text) {
        assertThat(CellText.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-2", "+3.5", "-1e-3", "-.5", "a=b", "1-2", "'=1", "mail@host"})
    void numbersAndOtherTextStayAsTheyAre(String text) {
        assertThat(CellText.harmless(text)).isEqualTo(text);
    }

    @Test
    void separatorsQuotesAndLineBreaksAreQuoted() {
        assertThat(CellText.quoted("a,b")).isEqualTo("\"a,b\"");
        assertThat(CellText.quoted("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(CellText.quoted("a\rb")).isEqualTo("\"a\rb\"");
        assertThat(CellText.quoted("a b")).isEqualTo("a b");
    }
}
