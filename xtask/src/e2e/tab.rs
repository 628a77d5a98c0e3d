//! A tab: pages are opened in it, asked, pressed keys at, printed.

use anyhow::{Context, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::View;
use super::connection::Connection;

/// A tab of a browser; it closes with this.
pub(super) struct Tab<'a> {
    connection: &'a mut Connection,
    target: String,
    session: String,
}

/// What a page did while it was opened.
#[derive(Debug, Default)]
pub(super) struct Opened {
    /// The status of the page itself.
    pub(super) status: u64,
    /// Messages of the console, refused requests among them.
    pub(super) console: Vec<String>,
    /// Every address that was asked for.
    pub(super) requests: Vec<String>,
    /// Requests that failed or were answered with an error, but for the page itself.
    pub(super) failed: Vec<String>,
}

impl<'a> Tab<'a> {
    pub(super) fn new(
        connection: &'a mut Connection,
        target: String,
        session: String,
    ) -> anyhow::Result<Self> {
        let mut tab = Self { connection, target, session };
        for domain in ["Page", "Runtime", "Log", "Network"] {
            tab.call(&format!("{domain}.enable"), json!({}))?;
        }
        tab.call("Network.setCacheDisabled", json!({"cacheDisabled": false}))?;
        Ok(tab)
    }

    /// Calls a method of the protocol.
    pub(super) fn call(&mut self, method: &str, params: Value) -> anyhow::Result<Value> {
        self.connection.call(Some(&self.session), method, params)
    }

    /// Sets language, width and colours of what is opened next.
    pub(super) fn view(&mut self, view: View) -> anyhow::Result<()> {
        self.size(view.width, 900)?;
        let languages = json!({"headers": {"Accept-Language": view.lang}});
        self.call("Network.setExtraHTTPHeaders", languages)?;
        let scheme = if view.dark { "dark" } else { "light" };
        let features = json!([
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        self.call("Emulation.setEmulatedMedia", json!({"media": "screen", "features": features}))?;
        Ok(())
    }

    fn size(&mut self, width: u32, height: u64) -> anyhow::Result<()> {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", size).map(drop)
    }

    /// Opens a page and returns what it did.
    pub(super) fn open(&mut self, address: &str) -> anyhow::Result<Opened> {
        self.connection.kept();
        let answer = self.call("Page.navigate", json!({"url": address}))?;
        if let Some(error) = answer["errorText"].as_str() {
            bail!("{address} cannot be opened: {error}");
        }
        self.loaded(address)
    }

    /// Waits until a page that was asked for is there and returns what it did.
    pub(super) fn loaded(&mut self, address: &str) -> anyhow::Result<Opened> {
        let mut events = self.connection.wait(&self.session, "Page.loadEventFired");
        let mut events =
            events.as_mut().map(std::mem::take).map_err(|error| anyhow::anyhow!("{address}: {error:#}"))?;
        // What is asked for at the end of loading, such as an icon, has been asked for when this returns.
        self.ask("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 30)))")?;
        events.extend(self.connection.kept());
        let mut opened = Opened::default();
        events.iter().for_each(|event| opened.read(event));
        Ok(opened)
    }

    /// Returns what an expression of JavaScript gives, as JSON; a promise is waited for.
    pub(super) fn ask(&mut self, expression: &str) -> anyhow::Result<Value> {
        let params = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let mut answer = self.call("Runtime.evaluate", params)?;
        if let Some(thrown) = answer.get("exceptionDetails") {
            bail!("the page threw: {thrown}");
        }
        Ok(answer["result"]["value"].take())
    }

    /// Returns the texts that an expression gives.
    pub(super) fn ask_list(&mut self, expression: &str) -> anyhow::Result<Vec<String>> {
        let list = self.ask(expression)?;
        Ok(serde_json::from_value(list)?)
    }

    /// Presses a key and lets it go.
    pub(super) fn press(&mut self, key: &str, code: u32, text: &str) -> anyhow::Result<()> {
        for kind in ["keyDown", "keyUp"] {
            let mut event = json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code});
            if kind == "keyDown" && !text.is_empty() {
                event["text"] = text.into();
            }
            self.call("Input.dispatchKeyEvent", event)?;
        }
        Ok(())
    }

    /// Types a text where the focus is.
    pub(super) fn type_text(&mut self, text: &str) -> anyhow::Result<()> {
        self.call("Input.insertText", json!({"text": text})).map(drop)
    }

    /// Returns a picture of the page as PNG, at most `height` pixels of it.
    pub(super) fn picture(&mut self, width: u32, height: u64) -> anyhow::Result<Vec<u8>> {
        let whole = self.ask("document.documentElement.scrollHeight")?.as_u64().unwrap_or(height);
        // A window of that height: what is outside of a window is not always drawn.
        self.size(width, whole.min(height))?;
        let params = json!({"format": "png"});
        let answer = self.call("Page.captureScreenshot", params)?;
        Ok(STANDARD.decode(answer["data"].as_str().context("no picture")?)?)
    }

    /// Prints the page and returns the PDF.
    pub(super) fn print(&mut self) -> anyhow::Result<Vec<u8>> {
        let params = json!({"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true});
        let answer = self.call("Page.printToPDF", params)?;
        Ok(STANDARD.decode(answer["data"].as_str().context("no print")?)?)
    }
}

impl Drop for Tab<'_> {
    fn drop(&mut self) {
        // The browser may be gone, and the tab with it.
        let _ = self.connection.call(None, "Target.closeTarget", json!({"targetId": self.target}));
    }
}

impl Opened {
    fn read(&mut self, event: &Value) {
        let params = &event["params"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match event["method"].as_str().unwrap_or_default() {
            "Runtime.consoleAPICalled" => self.console.push(params["args"].to_string()),
            "Runtime.exceptionThrown" => self.console.push(params["exceptionDetails"].to_string()),
            // A request that is answered with an error is told with its status, below.
            "Log.entryAdded" if params["entry"]["source"] != "network" => {
                self.console.push(text(&params["entry"]["text"]));
            }
            "Network.requestWillBeSent" => self.requests.push(text(&params["request"]["url"])),
            "Network.responseReceived" => {
                let status = params["response"]["status"].as_u64().unwrap_or(0);
                if params["type"] == "Document" {
                    self.status = status;
                } else if status >= 400 {
                    self.failed.push(format!("{} answers {status}", text(&params["response"]["url"])));
                }
            }
            "Network.loadingFailed" => {
                self.failed.push(format!("a request fails: {}", text(&params["errorText"])));
            }
            _ => {}
        }
    }
}
