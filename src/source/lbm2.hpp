// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/source.hpp"

namespace wijkbeeld::source {

/// The workbooks of Leefbaarometer 2.0 as the ministry published them, per wijk and gemeente:
/// classes (`KL12`, `VKL1214`), `stand` and `ontwikkeling` with a long and a wide sheet.
bool recognises_lbm2_workbook(const Probe& probe);
/// The same columns per wijk or gemeente in another format (CSV, DBF).
bool recognises_lbm2_table(const Probe& probe);
/// The same columns per PC4.
bool recognises_lbm2_pc4(const Probe& probe);

/// Reads any of them. Areas are of the 2016 vintage (PC4: read as the outlines of 2020, noted as
/// "vintage-assumed"); the edition is `lbm2-2018` when the file holds 2018, else `lbm2-2016`. Empty
/// means withheld. Where a long and a wide sheet differ, the long one counts and the difference
/// goes to the ledger ("long-and-wide-differ").
Reading read_lbm2(const Probe& probe);

}  // namespace wijkbeeld::source
