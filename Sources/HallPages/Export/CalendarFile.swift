import HallHistory
import HallModel
import HallSyntax
import HallWords

/// Meetings and tasks as a calendar (RFC 5545): events with stable identifiers, so that a calendar that
/// takes the file in again changes what it has.
package struct CalendarFile: Speaking {
  private let hall: Hall
  private let meetings: [Meeting]
  private let today: Day
  package let language: Language
  /// Whether tasks are events of their due day, for phones that show no tasks.
  package var tasksAreEvents = false
  /// For a calendar that everybody reads: residents have masks, and who leads a task is left out.
  package var masker: Masker?
  /// How many days before something reminds of it; nil for no alarm.
  package var alarm: Int?
  private var lines: [String] = []

  /// - Parameter meetings: those that are in it; nil for all of the hall.
  package init(_ hall: Hall, _ meetings: [Meeting]? = nil, today: Day, _ language: Language) {
    (self.hall, self.today, self.language) = (hall, today, language)
    self.meetings = meetings ?? hall.meetings
  }

  package var text: String {
    var file = self
    file.add("BEGIN", "VCALENDAR")
    file.add("VERSION", "2.0")
    file.add("PRODID", "-//hall//\(ProgramVersion.number)//EN")
    file.add("CALSCALE", "GREGORIAN")
    file.add("X-WR-CALNAME", CalendarFile.escaped(hall.charter.name))
    for meeting in meetings { file.add(meeting) }
    for matter in hall.matters { for task in matter.tasks { file.add(task, of: .matter(matter)) } }
    for meeting in meetings {
      for task in meeting.tasks { file.add(task, of: .meeting(meeting)) }
    }
    file.add("END", "VCALENDAR")
    return file.lines.map { CalendarFile.folded($0) + "\r\n" }.joined()
  }

  // MARK: Entries

  private mutating func add(_ meeting: Meeting) {
    guard let moment = meeting.moment, let id = meeting.id?.text else { return }
    add("BEGIN", "VEVENT")
    addIdentity(id)
    if let start = moment.start {
      add("DTSTART", utc(moment.day, start))
      let end = moment.end ?? TimeOfDay(minutes: min(start.minutes + 60, 24 * 60 - 1))
      add("DTEND", utc(moment.day, end))
    } else {
      add("DTSTART;VALUE=DATE", CalendarFile.date(moment.day))
    }
    add("SUMMARY", CalendarFile.escaped(shown(meeting.title)))
    if let place = meeting.text(.meetingPlace) {
      add("LOCATION", CalendarFile.escaped(shown(place)))
    }
    var items: [String] = []
    for item in meeting.items {
      items.append("\(item.number.map(String.init) ?? "?"). " + shown(item.title))
    }
    if !items.isEmpty { add("DESCRIPTION", CalendarFile.escaped(items.joined(separator: "\n"))) }
    let status =
      switch meeting.status {
      case .cancelled?: "CANCELLED"
      case .draft?, .postponed?, nil: "TENTATIVE"
      default: "CONFIRMED"
      }
    add("STATUS", status)
    if meeting.status != .cancelled, moment.day >= today {
      addAlarm(shown(meeting.title), isAllDay: moment.start == nil)
    }
    add("END", "VEVENT")
  }

  private mutating func add(_ task: Task, of owner: TaskOwner) {
    guard owner.id != nil, let day = task.due.day else { return }
    let id = Reference.task(owner, task).identifier
    let lead = masker != nil ? nil : task.text(.lead).map(PlainText.line)
    let summary = shown(task.title) + (lead.map { say("（\($0)）", " (\($0))") } ?? "")
    let kind = tasksAreEvents ? "VEVENT" : "VTODO"
    // A task that is done or cancelled is no appointment.
    guard !tasksAreEvents || task.state == .open else { return }
    add("BEGIN", kind)
    addIdentity(id)
    add(tasksAreEvents ? "DTSTART;VALUE=DATE" : "DUE;VALUE=DATE", CalendarFile.date(day))
    add("SUMMARY", CalendarFile.escaped(summary))
    add("DESCRIPTION", CalendarFile.escaped(id))
    if !tasksAreEvents {
      switch task.state {
      case .open: add("STATUS", "NEEDS-ACTION")
      case .cancelled: add("STATUS", "CANCELLED")
      case .done:
        add("STATUS", "COMPLETED")
        if let done = task.doneDay { add("COMPLETED", CalendarFile.date(done) + "T000000Z") }
      }
    }
    if task.state == .open, day >= today {
      addAlarm(summary, isAllDay: true, isTask: !tasksAreEvents)
    }
    add("END", kind)
  }

  private mutating func addIdentity(_ id: String) {
    let hallID = SHA256.hex(of: Array(hall.charter.name.utf8)).prefix(12)
    add("UID", "\(id).\(hallID)@hall")
    add("DTSTAMP", CalendarFile.date(today) + "T000000Z")
  }

  /// RFC 5545, 3.8.6.3: a task has no start, so its reminder counts from its end. What has no hour reminds
  /// at nine in the morning.
  private mutating func addAlarm(_ text: String, isAllDay: Bool, isTask: Bool = false) {
    guard let alarm else { return }
    add("BEGIN", "VALARM")
    add("ACTION", "DISPLAY")
    add("DESCRIPTION", CalendarFile.escaped(PlainText.line(text)))
    let morning = alarm > 0 ? "-P\(alarm - 1)DT15H" : "PT9H"
    add(isTask ? "TRIGGER;RELATED=END" : "TRIGGER", isAllDay ? morning : "-P\(alarm)D")
    add("END", "VALARM")
  }

  // MARK: Values

  private mutating func shown(_ text: String) -> String {
    let line = PlainText.line(text)
    return masker?.masked(line) ?? line
  }

  private mutating func add(_ name: String, _ value: String) { lines.append(name + ":" + value) }

  /// A moment in Greenwich; without a zone of the hall, the hour wherever it is read.
  private func utc(_ day: Day, _ time: TimeOfDay) -> String {
    guard let offset = hall.charter.timeZoneOffset else {
      return CalendarFile.date(day) + "T" + CalendarFile.hour(time.minutes)
    }
    let minutes = time.minutes - offset / 60
    let days = minutes < 0 ? -1 : minutes / 1440
    return CalendarFile.date(day + days) + "T" + CalendarFile.hour(minutes - days * 1440) + "Z"
  }

  private static func hour(_ minutes: Int) -> String {
    String(minutes / 60, digits: 2) + String(minutes % 60, digits: 2) + "00"
  }

  private static func date(_ day: Day) -> String { day.iso.replacing("-", with: "") }

  /// RFC 5545, 3.3.11: what would end a value or a line is escaped, other controls are left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || VisibleText.isHostile(scalar):
        continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Lines of at most 75 bytes, each further one begun by a blank; no character is divided.
  static func folded(_ line: String) -> String {
    var (result, count) = ("", 0)
    for scalar in line.unicodeScalars {
      let width = String(scalar).utf8.count
      if count + width > 75 {
        result += "\r\n "
        count = 1
      }
      result.unicodeScalars.append(scalar)
      count += width
    }
    return result
  }
}
