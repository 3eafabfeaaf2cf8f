import HallModel
import HallSyntax
import HallWords

/// A unit that a spreadsheet turned into a date: typed as `1-1-101`, saved as `2001/1/1`.
enum MistakenDate {
  /// Whether a text is a date as spreadsheets show one: `2001/1/1`, `1月1日`, `Jan-01`.
  static func isDate(_ text: String) -> Bool {
    let folded = FullWidth.name(Slice(text)).lowercased()
    // A time of day may follow it.
    let parts = folded.split(separator: " ")
    guard let first = parts.first, parts.dropFirst().allSatisfy(isTime) else { return false }
    let date = String(first)
    return isChinese(date) || isNumbers(date) || hasMonthName(date)
  }

  /// Whether some of a column's cells are days in a spreadsheet's numbering (`36892`).
  ///
  /// Five digits may also be a unit (`10203`): then other cells of the column are outside the range
  /// of days.
  static func hasSerials(_ cells: [String]) -> Bool {
    let long = cells.filter { $0.utf8.count == 5 && $0.utf8.allSatisfy(isDigit) }
    return !long.isEmpty && long.allSatisfy(isSerial)
  }

  static func isSerial(_ text: String) -> Bool {
    // From 2000-01-01 to 2031-12-31.
    text.utf8.count == 5 && Int(text).map { (36_526...48_213).contains($0) } ?? false
  }

  private static func isTime(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return ["am", "pm", "上午", "下午"].contains(String(text))
      || ((2...3).contains(parts.count) && parts.allSatisfy { $0.count <= 2 && Int($0) != nil })
  }

  private static func isMonth(_ number: Int) -> Bool { (1...12).contains(number) }
  private static func isDay(_ number: Int) -> Bool { (1...31).contains(number) }
  private static func isYear(_ number: Int) -> Bool { (1900...2099).contains(number) }

  /// `1月1日`, `2001年1月1日`, `2001年1月`
  private static func isChinese(_ text: String) -> Bool {
    guard text.contains("月") else { return false }
    var rest = Substring(text)
    func number(before word: Character) -> Int? {
      guard let place = rest.firstIndex(of: word) else { return nil }
      defer { rest = rest[rest.index(after: place)...] }
      return Int(rest[..<place])
    }
    if text.contains("年") {
      guard number(before: "年") != nil else { return false }
    }
    guard let month = number(before: "月"), isMonth(month) else { return false }
    if rest.isEmpty { return true }
    guard let day = number(before: "日"), isDay(day) else { return false }
    return rest.isEmpty
  }

  /// `2001/1/1`, `2001-01-01`, `2001.1.1`, `1/1/2001`, `01/01/01`
  private static func isNumbers(_ text: String) -> Bool {
    for separator in ["/", "-", "."] as [Character] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      let numbers = parts.compactMap { $0.utf8.allSatisfy(isDigit) ? Int($0) : nil }
      guard parts.count == 3, numbers.count == 3 else { continue }
      if parts[0].count == 4, isYear(numbers[0]) {
        return isMonth(numbers[1]) && isDay(numbers[2])
      }
      guard separator == "/" else { continue }
      let isDayAndMonth =
        isDay(numbers[0]) && isDay(numbers[1]) && (isMonth(numbers[0]) || isMonth(numbers[1]))
      if parts[2].count == 4, isYear(numbers[2]) { return isDayAndMonth }
      if parts.allSatisfy({ $0.count == 2 }) { return isDayAndMonth }
    }
    return false
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `Jan-01`, `1-Jan`, `1-Jan-01`, `01-Jan-2001`
  private static func hasMonthName(_ text: String) -> Bool {
    let parts = text.split { "-/ ".contains($0) }
    guard (2...3).contains(parts.count) else { return false }
    let names = parts.filter { months.contains(String($0.prefix(3))) && $0.allSatisfy(\.isLetter) }
    let numbers = parts.filter { $0.utf8.allSatisfy(isDigit) && $0.count <= 4 }
    return names.count == 1 && numbers.count == parts.count - 1
  }

  static func problem(_ cell: Spreadsheet.Cell, _ path: String) -> Problem {
    Problem(
      id: "sheet", severity: .error, path: path, range: cell.range,
      message: Phrase(
        zh: "「\(cell.text)」是日期，不是户号：多半是表格软件把「1-1-101」这样的户号改成了日期",
        en: "'\(cell.text)' is a date and no unit: the spreadsheet may have made one of '1-1-101'"),
      hint: Phrase(
        zh: "在表格里先把这一列的格式设成「文本」，再把户号重新填上",
        en: "format the column as text, and type the unit again"))
  }
}
