import HallHistory
import HallModel
import HallStore
import HallSyntax
import Testing

/// Figures written into approved minutes, and signatures that cover them.
@Suite("Figures are written")
struct FigureWritingTests {
  private typealias Given = FigureRevisionsTests

  private func hall(people: Int = 3) throws -> TemporaryHall {
    let temporary = try TemporaryHall()
    var charter = WrittenHistory("hall.md")
    charter.add(charterText(people), at: "01-01")
    try temporary.write(charter)
    var history = WrittenHistory(Given.path)
    history.add(Given.minutes(status: "已召开"), at: "02-01")
    history.add(Given.minutes(), at: "02-02")
    try temporary.write(history)
    return temporary
  }

  private func record(
    _ new: String, in temporary: TemporaryHall, reason: String? = nil
  ) throws -> [HallWriter.Recorded] {
    let folder = try temporary.hall
    let hall = try folder.load().hall
    var edit = HallWriter.Edit(
      path: Given.path, kind: .meeting, old: temporary.bytes(Given.path), new: Array(new.utf8),
      why: "补上票数")
    edit.figures = FigureJudge(hall, plainReckoning)
    return try HallWriter(folder).write(
      [edit], by: HallWriter.Author(name: "王五", at: "2025-10-01T10:00:00+08:00"), reason: reason)
  }

  private func fault(_ work: () throws -> Void) -> FigureFault? {
    do { try work() } catch {
      if case .notFigures(_, let fault)? = error as? HallWriter.Failure { return fault }
    }
    return nil
  }

  @Test("as a separate kind of revision, without a reason")
  func written() throws {
    let temporary = try hall()
    let recorded = try record(Given.right, in: temporary)
    #expect(recorded.map(\.kind) == [.figures])
    #expect(recorded.map(\.number) == [3])
    let hall = try temporary.hall.load().hall
    let states = try temporary.hall.historyStates(of: hall, reckoning: plainReckoning).states
    #expect(states.map(\.verdict) == [.whole, .whole])
    #expect(states.flatMap(\.onTheirWord).isEmpty)
  }

  @Test("anything else is refused, and nothing is written")
  func refused() throws {
    let temporary = try hall()
    let before = temporary.bytes("history/M-2025-008.md")
    let other = Given.right.replacing("3人", with: "4人")
    #expect(fault { _ = try record(other, in: temporary) } != nil)
    #expect(fault { _ = try record(other, in: temporary, reason: "就要") } != nil)
    let name = Given.right.replacing("人0", with: "人7")
    #expect(fault { _ = try record(name, in: temporary) } != nil)
    #expect(temporary.bytes("history/M-2025-008.md") == before)
    #expect(temporary.bytes(Given.path) == Array(Given.minutes().utf8))
  }

  @Test("a figure that others cannot compute needs a reason")
  func onItsWord() throws {
    let temporary = try hall(people: 0)
    let entitled = Given.minutes().replacing("- 同意", with: "- 应到: 66户\n- 同意")
    #expect(fault { _ = try record(entitled, in: temporary) } == .unreasoned)
    #expect(try record(entitled, in: temporary, reason: "照 9 月的名册").map(\.kind) == [.figures])
    let hall = try temporary.hall.load().hall
    let states = try temporary.hall.historyStates(of: hall, reckoning: plainReckoning).states
    #expect(states.flatMap(\.onTheirWord) == [3])
  }

  // MARK: Signatures

  private func standing(
    _ number: Int, of history: WrittenHistory, areFigures: (Int) -> Bool = { _ in true }
  ) -> (SignatureFinding.Standing?, Int?) {
    let revision = history.ledger.revisions[number - 1]
    let statement = SignatureStatement(
      document: "M-2025-008", revision: number, content: revision.content, chain: revision.chain,
      party: "居民", person: nil, at: "2025-09-28T10:05:00+08:00")
    let found = SignedRevision(statement, in: history.ledger, nil, areFigures: areFigures)
    return (found.standing, found.leftBehindBy)
  }

  @Test("a signature still covers the text after correct figures, but not after wrong ones")
  func signed() {
    var history = WrittenHistory(Given.path)
    history.add(Given.minutes(status: "已召开"), at: "02-01")
    history.add(Given.minutes(), at: "02-02")
    history.add(Given.right, at: "10-01", kind: .figures)
    // Before the approval, at it, and after the figures.
    for number in 1...3 { #expect(standing(number, of: history) == (.stands, nil)) }
    #expect(standing(2, of: history) { _ in false } == (.amended, 3))
    #expect(standing(1, of: history) { _ in false } == (.amended, 3))
    history.add(Given.right + "\n## 各方签字\n", at: "10-02", kind: .progress)
    #expect(standing(2, of: history) == (.stands, nil))
    history.add(Given.right.replacing("修路", with: "拆路"), at: "10-03", kind: .amendment)
    #expect(standing(2, of: history) == (.amended, 5))
  }

  @Test("removing the figures again restores the signed text")
  func takenBack() {
    var history = WrittenHistory(Given.path)
    history.add(Given.minutes(), at: "02-02")
    history.add(Given.right, at: "10-01", kind: .figures)
    history.add(Given.minutes(), at: "10-02", kind: .amendment)
    #expect(standing(1, of: history) == (.stands, nil))
    // A signature of the text with the figures does not cover the text without them.
    #expect(standing(2, of: history) == (.amended, 3))
  }

  @Test("a text that was changed before its approval is also found after figures")
  func approvedOtherwise() {
    var history = WrittenHistory(Given.path)
    history.add(Given.minutes(status: "已召开").replacing("修路", with: "拆路"), at: "02-01")
    history.add(Given.minutes(), at: "02-02")
    history.add(Given.right, at: "10-01", kind: .figures)
    #expect(standing(1, of: history).0 == .approvedOtherwise)
  }
}
