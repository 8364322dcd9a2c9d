using System;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using CustomLabels.Guards;
using Xunit;

namespace CustomLabels.Core.Tests.Guards;

public sealed class TaskDefinitionTests
{
    /// <summary>Names a file with Microsoft's schema, which is not ours to copy: https://learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema.</summary>
    public const string SchemaVariable = "CUSTOMLABELS_TASK_SCHEMA";

    private const string Sid = "S-1-5-21-1-2-3-1001";
    private static readonly XNamespace Schema = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    [Fact]
    public void A_task_runs_as_its_user_without_a_password_and_one_at_a_time()
    {
        var task = XDocument.Parse(TaskDefinition.Of(GuardScene.Plan(@"C:\Users\x\leases", @"C:\Program Files\PowerShell\7\pwsh.exe", 10), Sid)).Root!;
        Assert.Equal(Sid, task.Descendants(Schema + "UserId").Single().Value);
        Assert.Equal("S4U", task.Descendants(Schema + "LogonType").Single().Value);
        Assert.Equal("LeastPrivilege", task.Descendants(Schema + "RunLevel").Single().Value);
        Assert.Equal("IgnoreNew", task.Descendants(Schema + "MultipleInstancesPolicy").Single().Value);
        Assert.Equal("PT10M", task.Descendants(Schema + "Interval").Single().Value);
        Assert.Equal(@"C:\Program Files\PowerShell\7\pwsh.exe", task.Descendants(Schema + "Command").Single().Value);
    }

    [Fact]
    public void Elements_come_in_the_order_that_the_schema_gives_them()
    {
        var trigger = XDocument.Parse(TaskDefinition.Of(GuardScene.Plan(), Sid)).Descendants(Schema + "TimeTrigger").Single();
        Assert.Equal(["Enabled", "StartBoundary", "Repetition"], trigger.Elements().Select(element => element.Name.LocalName));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(60)]
    public void Interval_and_command_are_read_back_from_what_schtasks_prints(int minutes)
    {
        var plan = GuardScene.Plan("/l <&> ]]>", minutes: minutes);
        var read = TaskDefinition.Read($"\r\n{TaskDefinition.Of(plan, Sid)}\r\n\r\n");
        Assert.Equal(TimeSpan.FromMinutes(minutes), read?.Interval);
        Assert.Contains(plan.Place.Script, read?.Command, StringComparison.Ordinal);
        Assert.Null(TaskDefinition.Read("ERROR: The system cannot find the file specified."));
        Assert.Null(TaskDefinition.Read("<Task"));
    }

    [Theory]
    [InlineData(@"C:\a%TEMP%b")]
    [InlineData(@"C:\$(Arg0)")]
    [InlineData("C:\\a\nb")]
    [InlineData("C:\\a\uffffb")]
    public void What_the_Task_Scheduler_replaces_or_can_not_hold_is_refused(string path)
    {
        Assert.Equal(ErrorId.RequestInvalid, GuardScene.Refusal(() => TaskDefinition.Of(GuardScene.Plan(path), Sid)));
        Assert.Equal(ErrorId.RequestInvalid, GuardScene.Refusal(() => TaskDefinition.Of(GuardScene.Plan(shell: path), Sid)));
    }

    [TaskSchemaFact]
    public void A_task_is_valid_by_Microsofts_schema()
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        using (var file = XmlReader.Create(Environment.GetEnvironmentVariable(SchemaVariable)!)) schemas.Add(null, file);
        var plan = GuardScene.Plan("C:\\o'b \" <&>]]> $x [1]", @"C:\Program Files\PowerShell\7\pwsh.exe");
        XDocument.Load(new StringReader(TaskDefinition.Of(plan, Sid).Split('\n').Skip(1).Aggregate("", (all, line) => $"{all}{line}\n")))
            .Validate(schemas, (_, fault) => Assert.Fail(fault.Message));
    }
}
