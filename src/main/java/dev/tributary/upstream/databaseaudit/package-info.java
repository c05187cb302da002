/** GaussDB audit log files (TaurusDB, formerly GaussDB(for MySQL); GaussDB API reference, "Obtaining Audit Logs"). */
@NullMarked
package dev.tributary.upstream.databaseaudit;

import org.jspecify.annotations.NullMarked;
