import HallModel
import HallSyntax
import HallWords

/// Paper ballots in a spreadsheet: a unit or a name, and a choice, one row for each ballot. The
/// columns have the same names as those of a roster.
package struct BallotSheet {
  package let table: Spreadsheet
  package var document: Document { table.document }
  package private(set) var ballots: [Ballot] = []
  package private(set) var problems: [Problem]
  /// Further ballots of owners of several units, who have one vote: each repeats the first.
  private(set) var further: [String] = []

  /// A ballot that was read, with its place in the sheet.
  private struct Cast {
    let place: Int
    let unit: String
    var word: String?
  }

  package init(_ bytes: [UInt8], path: String, judge: BallotJudge) {
    table = Spreadsheet(bytes, path: path, BallotSheet.meaning)
    problems = table.problems
    let columns = table.columns
    let name = columns[.nameColumn] ?? columns[.ownerColumn]
    guard let choice = columns[.ballotChoice], columns[.unitColumn] != nil || name != nil else {
      problems = [BallotSheet.noHeader(table, path)]
      return
    }
    let index = LineIndex(table.document.bytes)
    var first: [NamedVoter: Cast] = [:]
    for (row, unit) in table.rows {
      let voter: (cell: Spreadsheet.Cell, text: String, isUnit: Bool)?
      if !unit.isEmpty, let cell = columns[.unitColumn].flatMap(row.cell) {
        voter = (cell, unit, true)
      } else if let cell = name.flatMap(row.cell), !cell.text.isEmpty {
        voter = (cell, CellText.name(cell.text), false)
      } else {
        voter = nil
      }
      read(row, voter, row.cell(choice), judge, index, &first)
    }
    problems.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func read(
    _ row: Spreadsheet.Row, _ voter: (cell: Spreadsheet.Cell, text: String, isUnit: Bool)?,
    _ said: Spreadsheet.Cell?, _ judge: BallotJudge, _ index: LineIndex,
    _ first: inout [NamedVoter: Cast]
  ) {
    guard let voter else {
      problem(
        row.range, Phrase(zh: "这一行没有写是谁的票", en: "this row does not say whose ballot it is"),
        Phrase(zh: "补上户号或姓名", en: "write the unit or the name"))
      return
    }
    var identity: NamedVoter?
    var word: String?
    // A date is reported already.
    let isDate = table.problems.contains { $0.range == voter.cell.range }
    do throws(BallotJudge.Fault) { identity = isDate ? nil : try judge.voter(voter.text) } catch {
      problem(voter.cell.range, error.fact, error.hint)
    }
    do throws(BallotJudge.Fault) { word = try judge.choice(said?.text ?? "") } catch {
      problem(said?.range ?? row.range, error.fact, error.hint)
    }
    guard let identity else { return }
    let cast = Cast(
      place: voter.cell.range.lowerBound, unit: voter.isUnit ? Roster.unitKey(voter.text) : "",
      word: word)
    if let other = first[identity] {
      again(voter.cell, cast, voter.text, other, index.position(of: other.place).line)
      return
    }
    first[identity] = cast
    guard let word else { return }
    ballots.append(
      Ballot(
        voter: TableEdit.written(voter.text), isUnit: voter.isUnit, identity: identity,
        choice: word))
  }

  /// The result of reading the sheet: `读到 60 张票：同意 45、反对 12、弃权 3`.
  package var summary: Phrase {
    var counts: [(choice: String, count: Int)] = []
    for ballot in ballots {
      if let place = counts.firstIndex(where: { $0.choice == ballot.choice }) {
        counts[place].count += 1
      } else {
        counts.append((ballot.choice, 1))
      }
    }
    let words = counts.map { "\($0.choice) \($0.count)" }
    return Phrase(
      zh: "读到 \(ballots.count) 张票：" + words.joined(separator: "、"),
      en: "\(Language.counted(ballots.count, "ballot")): " + words.joined(separator: ", "))
  }

  /// A second ballot of one voter: if it is for another unit and has the same choice, it changes
  /// nothing.
  private mutating func again(
    _ cell: Spreadsheet.Cell, _ cast: Cast, _ voter: String, _ other: Cast, _ line: Int
  ) {
    let isOtherUnit = !cast.unit.isEmpty && !other.unit.isEmpty && cast.unit != other.unit
    guard isOtherUnit else {
      problem(
        cell.range,
        Phrase(zh: "「\(voter)」在第 \(line) 行已经投过", en: "'\(voter)' voted on line \(line)"),
        Phrase(zh: "一户一票，核对纸票后只留一行", en: "one ballot each: keep one of the rows"))
      return
    }
    // If either choice cannot be read, that is reported already.
    guard let word = cast.word, let first = other.word else { return }
    if word == first {
      further.append(voter)
    } else {
      problem(
        cell.range,
        Phrase(
          zh: "「\(voter)」和第 \(line) 行是同一位业主，一处写「\(first)」，一处写「\(word)」",
          en: "'\(voter)' is of the owner of line \(line), with '\(first)' there and '\(word)'"
            + " here"),
        Phrase(
          zh: "一位业主算一票：核对纸票后写成一样的", en: "an owner has one vote: make both the same"))
    }
  }

  /// Where the reading differs from what is written.
  package var notes: [Phrase] {
    guard !further.isEmpty else { return table.notes }
    let units = further.prefix(5)
    let more = further.count - units.count
    return table.notes + [
      Phrase(
        zh: "一位业主有几户的，几张票意见相同，只算一票，没有另记：" + units.joined(separator: "、")
          + (more > 0 ? " 等 \(further.count) 张" : ""),
        en: "further ballots of owners of several units say the same and count once: "
          + units.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    ]
  }

  private mutating func problem(_ range: Range<Int>, _ fact: Phrase, _ hint: Phrase) {
    problems.append(
      Problem(
        id: "sheet", severity: .error, path: document.path, range: range, message: fact,
        hint: hint))
  }

  private static let choices = [
    "表决意见", "投票意见", "投票结果", "表决结果", "选择", "投票", "表决", "选项", "意见栏", "vote", "opinion",
  ]

  /// The meaning of a column head: a choice, or its meaning in a roster.
  private static func meaning(_ head: String) -> RosterHeads.Meaning {
    let plain = FullWidth.name(Slice(head)).lowercased().filter { $0 != " " }
    if let keyword = Vocabulary.keyword(Slice(plain), in: .ballotColumn) { return .column(keyword) }
    if choices.contains(plain) { return .column(.ballotChoice) }
    return RosterHeads.meaning(of: head)
  }

  private static func noHeader(_ table: Spreadsheet, _ path: String) -> Problem {
    Problem(
      id: "sheet", severity: .error, path: path,
      range: table.header?.range ?? 0..<min(1, table.document.bytes.count),
      message: Phrase(
        zh: "没有找到表头：要有「户」或「姓名」，还要有「意见」",
        en: "no header: a column 'unit' or 'name' is needed, and one 'ballot'"),
      hint: Phrase(
        zh: "在第一行写上表头：户、意见", en: "head the columns in the first row: unit, ballot"))
  }
}
