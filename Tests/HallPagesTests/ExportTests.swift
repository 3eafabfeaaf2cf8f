import HallModel
import HallSyntax
import Testing

@testable import HallPages

@Suite("The record for other programs")
struct ExportTests {
  private func hall(_ meeting: String, charter: String = "时区: +08:00\n") -> Hall {
    let front = "---\n议事厅: 试厅\n语言: zh\n" + charter + "---\n\n# 试厅\n"
    return Hall(
      charter: Charter(document: Document(path: "hall.md", kind: .hall, bytes: Array(front.utf8))),
      documents: [
        Document(path: "agendas/M-2025-001.md", kind: .meeting, bytes: Array(meeting.utf8))
      ])
  }

  private let meeting = """
    ---
    会议: M-2025-001
    状态: 已通知
    时间: 2025-12-11 07:30-09:00
    地点: 二楼, 活动室; 东
    ---

    # 车棚\\，选址

    ## 议程

    ### 1. 选址

    - [ ] T1 =1+1
      - 负责: 居民/张三
      - 期限: 2025-12-20
    - [x] T2 报价
      - 完成: 2025-12-05

    """

  private func uids(_ text: String) -> [String] {
    text.split(separator: "\r\n").map(String.init).filter { $0.hasPrefix("UID:") }
  }

  private func day(_ text: String) throws -> Day { try Day(reading: Slice(text)) }

  @Test("a calendar has its hours in Greenwich, its values escaped and stable identifiers")
  func calendar() throws {
    let hall = hall(meeting)
    let text = CalendarFile(hall, today: try day("2025-12-01"), .zh).text
    #expect(text.contains("DTSTART:20251210T233000Z\r\nDTEND:20251211T010000Z\r\n"), "\(text)")
    #expect(text.contains("LOCATION:二楼\\, 活动室\\; 东\r\n"))
    #expect(text.contains("DUE;VALUE=DATE:20251220\r\n") && text.contains("STATUS:NEEDS-ACTION"))
    let identifiers = uids(text)
    #expect(identifiers.count == 2 && Set(identifiers).count == 2)
    let later = CalendarFile(hall, today: try day("2025-12-02"), .zh).text
    #expect(uids(later) == identifiers)
    #expect(!text.contains("VALARM"))
    var events = CalendarFile(hall, today: try day("2025-12-01"), .zh)
    (events.tasksAreEvents, events.alarm) = (true, 3)
    #expect(
      events.text.contains("DTSTART;VALUE=DATE:20251220\r\n") && !events.text.contains("VTODO"))
    #expect(events.text.contains("TRIGGER:-P3D\r\n"))
  }

  @Test("no value ends a line of a calendar, and no line is longer than 75 bytes")
  func hostile() throws {
    let title = "车棚\r\nEND:VCALENDAR\u{202E}" + String(repeating: "很长", count: 100)
    let text = CalendarFile(
      hall(
        meeting.replacing("### 1. 选址", with: "### 1. " + title.replacing("\r\n", with: "\u{2028}"))),
      today: try day("2025-12-01"), .zh
    ).text
    for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75, "\(line)") }
    #expect(text.matches(of: /END:VCALENDAR/).count == 2 || text.hasSuffix("END:VCALENDAR\r\n"))
    #expect(CalendarFile.escaped("a\r\nb;c,d\\e\u{7}\u{202E}f") == "a\\nb\\;c\\,d\\\\ef")
  }

  @Test("a cell that a spreadsheet would compute is a text, and numbers stay numbers")
  func formulas() throws {
    for (cell, shown) in [
      ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-3", "-3"), ("+86 138", "'+86 138"),
      ("-a", "'-a"),
      ("＝1", "'＝1"), ("张三", "张三"), ("", ""),
    ] { #expect(Sheet.Table.defused(cell) == shown) }
    let csv = PeopleTables(hall(meeting), today: try day("2025-12-25"), .zh).table(.tasks).csv
    #expect(csv.hasPrefix("\u{FEFF}编号,任务,负责,"))
    #expect(csv.contains("M-2025-001-T1,'=1+1,居民 张三,,2025-12-20,0,逾期,5,"), "\(csv)")
    #expect(csv.contains("M-2025-001-T2,报价,"))
  }
}
