import HallModel
import HallSyntax

/// Paper ballots as a spreadsheet has them: a unit or a name, and a choice, one row a ballot.
struct BallotSheet {
  let document: Document
  private(set) var ballots: [Ballot] = []
  private(set) var problems: [Problem]

  init(_ bytes: [UInt8], path: String, judge: BallotJudge) {
    let sheet = Spreadsheet(bytes, path: path) { $0.count { BallotSheet.column($0) != nil } }
    document = sheet.document
    problems = sheet.problems
    var places: [Keyword: Int] = [:]
    for (place, head) in sheet.header.cells.enumerated() {
      guard let column = BallotSheet.column(head.text), places[column] == nil else { continue }
      places[column] = place
    }
    let voters = [Keyword.unitColumn, .nameColumn].compactMap { places[$0] }
    guard let choice = places[.ballotChoice], !voters.isEmpty else {
      problems = [BallotSheet.noHeader(sheet, path)]
      return
    }
    let index = LineIndex(bytes)
    var first: [NamedVoter: Int] = [:]
    for row in sheet.rows {
      read(row, voters, choice, isUnit: places[.unitColumn], judge, index, &first)
    }
    problems.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func read(
    _ row: Spreadsheet.Row, _ voters: [Int], _ choice: Int, isUnit unit: Int?,
    _ judge: BallotJudge, _ index: LineIndex, _ first: inout [NamedVoter: Int]
  ) {
    guard let place = voters.first(where: { row.cell($0)?.text.isEmpty == false }),
      let voter = row.cell(place)
    else {
      problem(
        row.range, Phrase(zh: "这一行没有写是谁的票", en: "this row does not say whose ballot it is"),
        Phrase(zh: "补上户号或姓名", en: "write the unit or the name"))
      return
    }
    var identity: NamedVoter?
    var word: String?
    do throws(BallotJudge.Fault) { identity = try judge.voter(voter.text) } catch {
      problem(voter.range, error.fact, error.hint)
    }
    let said = row.cell(choice)
    do throws(BallotJudge.Fault) { word = try judge.choice(said?.text ?? "") } catch {
      problem(said?.range ?? row.range, error.fact, error.hint)
    }
    guard let identity else { return }
    if let other = first[identity] {
      let line = index.position(of: other).line
      problem(
        voter.range,
        Phrase(zh: "「\(voter.text)」在第 \(line) 行已经投过", en: "'\(voter.text)' voted on line \(line)"),
        Phrase(zh: "一户一票，核对纸票后只留一行", en: "one ballot each: keep one of the rows"))
      return
    }
    first[identity] = voter.range.lowerBound
    guard let word else { return }
    ballots.append(
      Ballot(
        voter: TableEdit.written(voter.text), isUnit: place == unit, identity: identity,
        choice: word))
  }

  private mutating func problem(_ range: Range<Int>, _ fact: Phrase, _ hint: Phrase) {
    problems.append(
      Problem(
        id: "sheet", severity: .error, path: document.path, range: range, message: fact,
        hint: hint))
  }

  private static let choices = ["表决意见", "投票意见", "选择", "投票", "表决", "选项", "vote"]

  private static func column(_ head: String) -> Keyword? {
    let plain = FullWidth.name(Slice(head)).lowercased()
    if let keyword = Vocabulary.keyword(Slice(plain), in: .ballotColumn) { return keyword }
    if choices.contains(plain) { return .ballotChoice }
    switch RosterHeads.meaning(of: head) {
    case .column(.unitColumn): return .unitColumn
    case .column(.nameColumn), .column(.ownerColumn): return .nameColumn
    default: return nil
    }
  }

  private static func noHeader(_ sheet: Spreadsheet, _ path: String) -> Problem {
    Problem(
      id: "sheet", severity: .error, path: path, range: sheet.header.range,
      message: Phrase(
        zh: "没有找到表头：要有「户」或「姓名」，还要有「意见」",
        en: "no header: a column 'unit' or 'name' is needed, and one 'ballot'"),
      hint: Phrase(zh: "表头写成：户、意见", en: "head the columns unit, ballot"))
  }
}

extension Ballot {
  /// The file of the ballots: one table, one row a ballot.
  static func text(_ ballots: [Ballot], title: String, _ language: Language) -> [UInt8] {
    let (unit, name) = (Keyword.unitColumn.word(language), Keyword.nameColumn.word(language))
    let hasUnits = ballots.contains(where: \.isUnit)
    let hasNames = ballots.contains { !$0.isUnit }
    let head = (hasUnits ? [unit] : []) + (hasNames ? [name] : [])
    func line(_ cells: [String]) -> String { "|" + cells.map { " \($0) |" }.joined() + "\n" }
    var text = "# \(TableEdit.written(title))\n\n"
    text += line(head + [Keyword.ballotChoice.word(language)])
    text += line(head.map { _ in "---" } + ["---"])
    for ballot in ballots {
      let voter =
        (hasUnits ? [ballot.isUnit ? ballot.voter : ""] : [])
        + (hasNames ? [ballot.isUnit ? "" : ballot.voter] : [])
      text += line(voter + [TableEdit.written(ballot.choice)])
    }
    return Array(text.utf8)
  }
}
