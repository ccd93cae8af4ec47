package dev.headroom.storage.cache;

import dev.headroom.storage.ingest.IngestStore.DeliverySession;
import dev.headroom.storage.ingest.IngestStore.FileSession;
import dev.headroom.storage.ingest.Redelivery;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// The transaction of one file, or of several that are kept together or not at all. What becomes of the bills that are
/// kept already is decided over all of its files.
final class IngestTransaction implements DeliverySession {
    private final Database.Transaction transaction;
    private final String batch;
    private final BillImport bills;
    private long first;

    private IngestTransaction(Database.Transaction transaction, String batch, BillImport bills) {
        this.transaction = transaction;
        this.batch = batch;
        this.bills = bills;
    }

    static IngestTransaction open(Database database, String batch, Redelivery redelivery) {
        Database.Transaction transaction = database.begin();
        boolean opened = false;
        try {
            BillImport bills = new BillImport(transaction.connection(), batch, redelivery);
            opened = true;
            return new IngestTransaction(transaction, batch, bills);
        } catch (SQLException failure) {
            throw Database.translate(failure);
        } finally {
            if (!opened) {
                transaction.close();
            }
        }
    }

    BillImport bills() {
        return bills;
    }

    String batch() {
        return batch;
    }

    Database.Transaction transaction() {
        return transaction;
    }

    /// Notes that a file is kept with the others.
    void kept(long file) {
        first = first == 0 ? file : first;
    }

    @Override
    public FileSession openFile() {
        try {
            return FileTransaction.among(this);
        } catch (SQLException failure) {
            throw Database.translate(failure);
        }
    }

    /// The session of a file whose commit ends the transaction.
    FileSession openOnly() {
        return ending(() -> FileTransaction.only(this));
    }

    /// The session of a further block of a file, whose commit ends the transaction.
    FileSession openBlock(Path name) {
        return ending(() -> FileTransaction.block(this, name));
    }

    private interface Opening {
        FileSession session() throws SQLException;
    }

    private FileSession ending(Opening opening) {
        boolean opened = false;
        try {
            FileSession only = opening.session();
            opened = true;
            return only;
        } catch (SQLException failure) {
            throw Database.translate(failure);
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    @Override
    public List<String> commit() {
        try {
            List<String> said = bills.settle();
            if (first > 0) {
                BatchLedger.note(transaction.connection(), first, said);
            }
            transaction.commit();
            return said;
        } catch (SQLException failure) {
            throw Database.translate(failure);
        }
    }

    @Override
    public void close() {
        try (transaction) {
            bills.close();
        } catch (SQLException failure) {
            throw Database.translate(failure);
        }
    }
}
