import HallModel
import HallSyntax
import Testing

@Suite("Whom an answer to an objection means")
struct ObjectionTests {
  private func objections(_ lines: String, by day: String? = nil) throws -> Objections {
    let text = minutes("- 规则: 赞成多于反对\n- 同意: 2\n\n#### 决议 D1: 换\n\n" + lines + "\n")
    let hall = makeHall(["agendas/M-2025-001.md": text])
    let decision = try #require(hall.meetings.first?.decisions.first)
    return Objections(to: decision, by: try day.map { try Day(reading: Slice($0)) })
  }

  @Test(
    "it is to what was raised by its day, wherever the lines stand; a later one takes its place",
    arguments: [
      // The first answer had one objection only.
      (
        "- 异议: 2025-10-01 周九：吵\n- 异议: 2025-10-04 李四：贵\n- 答复: 2025-10-02 不成立\n- 答复: 2025-10-05 成立",
        [false, true]
      ),
      ("- 答复: 2025-10-02 成立\n- 异议: 2025-10-01 周九：吵", [true]),
      // By their days, not by their lines.
      ("- 异议: 2025-10-01 周九：吵\n- 答复: 2025-10-06 周九 成立的\n- 答复: 2025-10-03 成立，周九", [false]),
      ("- 异议: 2025-10-01 周九：吵\n- 答复: 2025-10-06 成立，周九\n- 答复: 2025-10-03 不成立，周九", [true]),
    ])
  func meant(lines: String, upheld: [Bool]) throws {
    let found = try objections(lines)
    #expect(found.all.map(\.isUpheld) == upheld)
    #expect(found.open.isEmpty && found.strays.isEmpty)
  }

  @Test(
    "of two by one person on one day, quoted words tell which; what comes after the answer is new",
    arguments: [
      ("- 异议: 2025-10-01 周九：吵\n- 异议: 2025-10-01 周九：太贵了\n- 答复: 2025-10-05 周九「太贵」看过", [false, true]),
      ("- 异议: 2025-10-01 周九：吵\n- 异议: 2025-10-01 周九：太贵了\n- 答复: 2025-10-05 “太贵”看过", [false, true]),
      ("- 异议: 2025-10-01 周九：吵\n- 异议: 2025-10-01 周九：太贵了\n- 答复: 2025-10-05 周九 都看过", [true, true]),
      // Words that nobody said tell nothing.
      ("- 异议: 2025-10-01 周九：吵\n- 异议: 2025-10-01 李四：贵\n- 答复: 2025-10-05 周九 按「方案」办", [true, false]),
      ("- 异议: 2025-10-01 周九：吵\n- 答复: 2025-10-01 周九 看过\n- 异议: 2025-10-01 周九：太贵了", [true, false]),
      ("- 异议: 2025-10-01 周九：吵\n- 答复: 2025-10-01 看过\n- 异议: 2025-10-01 李四：贵", [true, false]),
      // Lines that a merge has put below their answer.
      ("- 答复: 2025-10-01 看过\n- 异议: 2025-10-01 周九：吵", [true]),
    ])
  func alike(lines: String, answered: [Bool]) throws {
    let found = try objections(lines)
    #expect(found.all.map(\.isAnswered) == answered && found.strays.isEmpty)
  }

  @Test("an answer of an earlier day than its objection fits none")
  func early() throws {
    let found = try objections("- 异议: 2025-10-04 周九：吵\n- 答复: 2025-10-02 不成立，周九")
    #expect(found.open.count == 1 && found.strays.count == 1)
  }

  @Test("whoever asks whom a text names asks the same reader")
  func named() throws {
    let found = try objections("- 异议: 2025-10-01 居民/周九：和李四一样\n- 异议: 2025-10-01 吴十：贵")
    #expect(found.named(in: Slice("周九")) == [0])
    #expect(found.named(in: Slice("2025-10-01")) == [0, 1])
    #expect(found.named(in: Slice("2025-10-01 吴十")) == [1])
    #expect(found.named(in: Slice("李四")) == nil)
  }

  @Test("eight times as many objections and answers take no more than their time")
  func many() throws {
    func time(_ count: Int) throws -> Duration {
      let lines = (0..<count).map { "- 异议: 2025-10-01 人\($0)号：贵" }
      let answers = (0..<count).map { "- 答复: 2025-10-05 不成立，人\($0)号" }
      let clock = ContinuousClock()
      var best = Duration.seconds(1000)
      for _ in 0..<2 {
        let start = clock.now
        let found = try objections((lines + answers).joined(separator: "\n"))
        best = min(best, clock.now - start)
        #expect(found.all.count == count && found.open.isEmpty && found.strays.isEmpty)
      }
      return best
    }
    // If every answer went through all objections, it would be 64 times as long.
    #expect(try time(1600) < time(200) * 30)
  }
}
