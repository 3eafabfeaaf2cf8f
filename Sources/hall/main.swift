import HallStore
import HallModel
import HallSyntax
let f = try HallFolder(at: CommandLine.arguments[1])
let c = ContinuousClock()
let t = c.now
let day = Day(year: 2099, month: 1, day: 1)!
let r = try f.scan { OpenTasks(in: $0, dueBy: day).due.count }
print(r.answers.reduce(0, +), r.failures.count, c.now - t)
