package dev.headroom.storage.source.export;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.RowReader;
import dev.headroom.storage.source.RowScan;
import dev.headroom.storage.source.SourceException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Recognises the bills of providers by their columns.
public final class ProviderBills {
    private static final int FEWEST_FOREIGN = 2;

    /// Words of which two or more stand in the column names of a bill in another language than English.
    private static final List<String> FOREIGN = List.of(
            // German
            "verbrauchseinheit",
            "abonnement",
            "ressourcengruppe",
            "abrechnung",
            "währung",
            "kosten",
            // French
            "compteur",
            "ressource",
            "facturation",
            "devise",
            "coût",
            "groupe de ressources",
            // Spanish and Portuguese
            "medidor",
            "suscripción",
            "assinatura",
            "facturación",
            "faturamento",
            "moneda",
            "moeda",
            "recurso",
            "custo",
            // Italian and Dutch
            "sottoscrizione",
            "contatore",
            "fatturazione",
            "valuta",
            "risorsa",
            "facturering",
            // Japanese, Korean
            "サブスクリプション",
            "メーター",
            "請求",
            "コスト",
            "通貨",
            "구독",
            "청구",
            "비용",
            "통화",
            // Chinese
            "账单",
            "账期",
            "应付金额",
            "币种",
            "产品",
            "实例",
            "賬單",
            "帳單",
            "订阅",
            "计费",
            "计量",
            "成本",
            "货币");

    private ProviderBills() {}

    /// The reader of the bill that has this header; empty when no known bill has it.
    ///
    /// @param rows the rows of the file
    /// @throws SourceException when it is a bill that lacks a column, or one in another language than English
    public static Optional<RowReader> reader(List<String> header, RowScan rows) throws SourceException {
        if (OciReader.recognises(header)) {
            return Optional.of(OciReader.of(header, rows));
        }
        if (AzureUsageReader.recognises(header)) {
            return Optional.of(AzureUsageReader.of(header));
        }
        if (GcpReader.recognises(header)) {
            return Optional.of(GcpReader.of(header, rows));
        }
        if (AlibabaReader.recognises(header)) {
            return Optional.of(AlibabaReader.of(header, rows));
        }
        if (AzureReader.recognises(header)) {
            return Optional.of(AzureReader.of(header, rows));
        }
        return CostTableReader.recognises(header) ? Optional.of(CostTableReader.of(header, rows)) : Optional.empty();
    }

    /// @throws SourceException when the names look like those of a bill in another language than English
    public static void refuseForeign(List<String> header) throws SourceException {
        List<String> foreign = header.stream()
                .map(String::strip)
                .filter(name -> FOREIGN.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains))
                .toList();
        if (foreign.size() >= FEWEST_FOREIGN) {
            throw new SourceException(
                    ErrorCode.FILE_UNSUPPORTED,
                    "The columns look like those of a bill in another language than English ("
                            + String.join(", ", foreign.subList(0, Math.min(6, foreign.size())))
                            + "); set the language of the provider's portal to English and export it again.");
        }
    }
}
