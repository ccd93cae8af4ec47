package dev.headroom.storage.source.invoice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A column of an invoice, with the spellings of its header. Letters of either case, spaces, hyphens, dots and
/// underscores are the same.
enum InvoiceColumn {
    AMOUNT(
            "amount",
            "total",
            "cost",
            "billedcost",
            "totalamount",
            "invoiceamount",
            "invoicetotal",
            "amountdue",
            "charges",
            "totalcost",
            "unblendedcost",
            "lineamount",
            "netamount"),
    CURRENCY("currency", "billingcurrency", "currencycode", "invoicecurrency", "curr"),
    MONTH(
            "month",
            "period",
            "billingmonth",
            "billingperiod",
            "invoicemonth",
            "billingperiodstart",
            "billperiod",
            "invoiceperiod",
            "statementmonth"),
    ACCOUNT("account", "accountid", "accountnumber"),
    SUB_ACCOUNT(
            "subaccount",
            "subaccountid",
            "linkedaccount",
            "linkedaccountid",
            "usageaccount",
            "usageaccountid",
            "subscription",
            "subscriptionid",
            "subscriptionguid",
            "project",
            "projectid"),
    BILLING_ACCOUNT(
            "billingaccount", "billingaccountid", "payeraccount", "payeraccountid", "managementaccount", "payer"),
    SERVICE("service", "servicename", "product", "productname", "productcode", "servicedescription"),
    INVOICE("invoice", "invoiceid", "invoicenumber", "invoiceno", "billid");

    private final Set<String> spellings;

    InvoiceColumn(String... spellings) {
        this.spellings = Set.of(spellings);
    }

    static Optional<InvoiceColumn> ofHeader(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return Arrays.stream(values())
                .filter(column -> column.spellings.contains(plain))
                .findFirst();
    }

    /// True when a header has what no invoice can do without.
    static boolean isHeader(List<String> header) {
        return header.stream()
                .anyMatch(text -> ofHeader(text).filter(AMOUNT::equals).isPresent());
    }
}
