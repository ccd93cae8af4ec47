package dev.headroom.storage.source.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.cost.InvoiceGrain;
import dev.headroom.engine.cost.InvoiceKey;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.SourceException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceFileTest {
    @TempDir
    Path folder;

    private InvoiceFile read(String text) throws IOException, SourceException {
        return InvoiceFile.read(Files.writeString(folder.resolve("invoice.csv"), text));
    }

    @Test
    void allColumnsAreReadExactly() throws Exception {
        InvoiceFile invoice = read("""
                Invoice ID,Linked Account,Product Name,Billing Period,Currency,Total Amount
                INV-7,012345678901,"Amazon EC2",2026-10-01,usd,"1,234,567.1000"
                INV-7,012345678901,Credits,2026-10,USD,(12.50)

                """);
        assertThat(invoice.grain())
                .containsExactlyInAnyOrder(InvoiceGrain.INVOICE, InvoiceGrain.ACCOUNT, InvoiceGrain.SERVICE);
        assertThat(invoice.anyAccount()).isFalse();
        assertThat(invoice.amounts()).hasSize(2);
        InvoiceFile.Amount first = invoice.amounts().getFirst();
        assertThat(first.key()).isEqualTo(new InvoiceKey("012345678901", "Amazon EC2", "INV-7"));
        assertThat(first.month()).contains(YearMonth.of(2026, 10));
        assertThat(first.currency()).contains(CurrencyCode.USD);
        assertThat(first.amount()).isEqualTo(new BigDecimal("1234567.1000"));
        assertThat(invoice.amounts().get(1).amount()).isEqualTo(new BigDecimal("-12.50"));
    }

    @Test
    void theAmountAloneIsATotal() throws Exception {
        InvoiceFile invoice = read("amount\n12.30\n");
        assertThat(invoice.grain()).isEmpty();
        assertThat(invoice.amounts().getFirst().month()).isEmpty();
        assertThat(invoice.amounts().getFirst().currency()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"account\": \"1\", \"currency\": \"EUR\", \"amount\": 12.340}]",
                "{\"invoice\": \"x\", \"lines\": [{\"account\": \"1\", \"currency\": \"EUR\", \"amount\": \"12.340\"}]}",
                "{\"account\": \"1\", \"currency\": \"EUR\", \"amount\": 12.340}"
            })
    void jsonIsReadInItsUsualShapes(String json) throws Exception {
        InvoiceFile invoice = read(json);
        assertThat(invoice.grain()).containsExactly(InvoiceGrain.ACCOUNT);
        assertThat(invoice.anyAccount()).isTrue();
        assertThat(invoice.amounts())
                .extracting(InvoiceFile.Amount::amount)
                .isEqualTo(List.of(new BigDecimal("12.340")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "service,cost,currency\\nEC2,12;50,USD | line 2, amount: \"12;50\" is no amount",
                "service;cost;currency\\nEC2;1,234;USD | line 2, amount: \"1,234\" is no amount",
                "service,cost,currency\\nEC2,$12,USD | write it as 1234.56",
                "service,cost,currency\\nEC2,12,USD\\nEC2,,USD | line 3, amount: \"\" is no amount",
                "service,cost,currency\\nEC2,12,$ | line 2, currency: \"$\" is no currency",
                "amount,currency\\n12,50,EUR | line 2, fields: the row has more fields than the header",
                "amount,currency\\n12,50 EUR | line 2, currency: \"50 EUR\" is no currency",
                "month,amount,currency\\n10/2026,12,USD | line 2, month: \"10/2026\" is no month",
                "month,amount,currency\\n2026-13,12,USD | \"2026-13\" is no month",
                "service,amount,currency\\nEC2,12,USD\\nTotal,12,USD | line 3, Total: is a total of other rows",
                "service,price,currency\\nEC2,12,USD | has no column amount (it has service, price, currency)",
                "service,amount,cost\\nEC2,12,12 | two columns for the same thing, amount and cost",
                "account,subaccount,amount\\n1,1,12 | an account and another account column",
                "service,amount,currency\\n | has a header and no amounts",
                "[{\"amount\": 12, } | no list of JSON objects",
                "[12, 13] | no list of JSON objects",
                "{} {} | has no column amount"
            })
    void wrongFilesAreRefusedWithLineAndField(String text, String words) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(words.strip())
                .hasMessageContaining("invoice.csv");
    }
}
