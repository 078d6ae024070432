// SPDX-License-Identifier: EUPL-1.2
// Every function of libxlsxwriter that is called, handed on to the library when somebody calls it:
// it brings OpenSSL along.
#include <xlsxwriter.h>

#include "base/late_library.hpp"

static wijkbeeld::base::LateLibrary xlsxwriter(WIJKBEELD_XLSXWRITER_LIBRARY, "libxlsxwriter",
                                               "libxlsxwriter4");

#define WORKBOOK_CALL(result, name, parameters, arguments) \
  WIJKBEELD_LATE_CALL(xlsxwriter, result, name, parameters, arguments)

// clang-format off
extern "C" {
WORKBOOK_CALL(lxw_workbook*, workbook_new, (const char* path), (path))
WORKBOOK_CALL(lxw_format*, workbook_add_format, (lxw_workbook* book), (book))
WORKBOOK_CALL(lxw_worksheet*, workbook_add_worksheet, (lxw_workbook* book, const char* name), (book, name))
WORKBOOK_CALL(lxw_error, workbook_set_properties, (lxw_workbook* book, lxw_doc_properties* properties), (book, properties))
WORKBOOK_CALL(lxw_error, workbook_close, (lxw_workbook* book), (book))
WORKBOOK_CALL(void, lxw_workbook_free, (lxw_workbook* book), (book))
WORKBOOK_CALL(char*, lxw_strerror, (lxw_error error), (error))

WORKBOOK_CALL(lxw_error, worksheet_autofilter,
              (lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, lxw_row_t last_row, lxw_col_t last_column),
              (sheet, row, column, last_row, last_column))
WORKBOOK_CALL(void, worksheet_fit_to_pages, (lxw_worksheet* sheet, uint16_t wide, uint16_t high), (sheet, wide, high))
WORKBOOK_CALL(void, worksheet_freeze_panes, (lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column), (sheet, row, column))
WORKBOOK_CALL(lxw_error, worksheet_repeat_rows, (lxw_worksheet* sheet, lxw_row_t row, lxw_row_t last), (sheet, row, last))
WORKBOOK_CALL(lxw_error, worksheet_set_column,
              (lxw_worksheet* sheet, lxw_col_t column, lxw_col_t last, double width, lxw_format* format),
              (sheet, column, last, width, format))
WORKBOOK_CALL(void, worksheet_set_landscape, (lxw_worksheet* sheet), (sheet))
WORKBOOK_CALL(void, worksheet_set_paper, (lxw_worksheet* sheet, uint8_t paper), (sheet, paper))
WORKBOOK_CALL(lxw_error, worksheet_write_number,
              (lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format* format),
              (sheet, row, column, number, format))
WORKBOOK_CALL(lxw_error, worksheet_write_string,
              (lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const char* text, lxw_format* format),
              (sheet, row, column, text, format))
WORKBOOK_CALL(lxw_error, worksheet_write_url_opt,
              (lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const char* address, lxw_format* format, const char* text, const char* tip),
              (sheet, row, column, address, format, text, tip))

WORKBOOK_CALL(void, format_set_align, (lxw_format* format, uint8_t side), (format, side))
WORKBOOK_CALL(void, format_set_bg_color, (lxw_format* format, lxw_color_t colour), (format, colour))
WORKBOOK_CALL(void, format_set_bold, (lxw_format* format), (format))
WORKBOOK_CALL(void, format_set_bottom, (lxw_format* format, uint8_t line), (format, line))
WORKBOOK_CALL(void, format_set_font_color, (lxw_format* format, lxw_color_t colour), (format, colour))
WORKBOOK_CALL(void, format_set_font_size, (lxw_format* format, double size), (format, size))
WORKBOOK_CALL(void, format_set_num_format, (lxw_format* format, const char* pattern), (format, pattern))
WORKBOOK_CALL(void, format_set_text_wrap, (lxw_format* format), (format))
}
// clang-format on
#undef WORKBOOK_CALL
