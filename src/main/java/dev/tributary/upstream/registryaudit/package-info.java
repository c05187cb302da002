/** SWR Enterprise Edition audit logs (SWR API reference, "ListAuditLogs"). */
@NullMarked
package dev.tributary.upstream.registryaudit;

import org.jspecify.annotations.NullMarked;
